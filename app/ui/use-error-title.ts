import { useEffect } from 'react'

const MARK = 'Erreur : '

/** While something was refused, the title of the window says so first. */
export function useErrorTitle(failed: boolean): void {
  useEffect(() => {
    if (!failed) return
    if (!document.title.startsWith(MARK)) document.title = MARK + document.title
    return () => {
      if (document.title.startsWith(MARK)) document.title = document.title.slice(MARK.length)
    }
  }, [failed])
}
