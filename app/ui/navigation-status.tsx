import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

/** A thin bar while a page is awaited; it shows only after a moment, so that quick pages do not flicker. */
export function PendingBar() {
  const { state } = useNavigation()
  return <div aria-hidden="true" className="pending-bar no-print" data-busy={state !== 'idle' || undefined} />
}

/** After a navigation in the browser, the focus goes to the title of the new page and its name is said. */
export function NavigationAnnouncer() {
  const { pathname } = useLocation()
  const previous = useRef(pathname)
  const [title, setTitle] = useState('')
  useEffect(() => {
    if (previous.current === pathname) return
    previous.current = pathname
    setTitle(document.title)
    const target = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
    target?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <p role="status" className="sr-only">
      {title}
    </p>
  )
}
