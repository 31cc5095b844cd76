import { useEffect } from 'react'
import { focusOn } from './focus'
import { pageTitle } from './outcome'

/** Time for whoever changes the page to place the focus himself. */
const GRACE_MS = 60

/** Where the focus was, and what held it, nearest first. */
type Held = { element: HTMLElement; parents: HTMLElement[] }

function held(element: HTMLElement): Held {
  const parents: HTMLElement[] = []
  for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement)
    parents.push(parent)
  return { element, parents }
}

/** What is nearest to what is gone: itself when it was only moved, else the message or the heading of what held it. */
function nearest({ element, parents }: Held): HTMLElement | null {
  if (element.isConnected && element.checkVisibility?.()) return element
  for (const parent of parents) {
    if (!parent.isConnected) continue
    const found = parent.querySelector<HTMLElement>('[data-outcome], h1, h2, h3')
    if (found) return found
  }
  return pageTitle()
}

/**
 * Keeps the focus in the page: when what holds it is taken away (a ballot closes, a row is removed, a form gives place to
 * its result), it goes to the nearest message or heading, never to the top of the document.
 */
export function FocusKeeper() {
  useEffect(() => {
    let last: Held | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = (event: FocusEvent) => {
      last = event.target instanceof HTMLElement && event.target !== document.body ? held(event.target) : null
    }
    // a press on nothing takes the focus away on purpose
    const forget = () => (last = null)
    const keep = () => {
      timer = undefined
      if (!last || document.activeElement !== document.body) return
      const target = nearest(last)
      if (target) focusOn(target)
    }
    const observer = new MutationObserver(() => {
      if (last && document.activeElement === document.body) timer ??= setTimeout(keep, GRACE_MS)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', forget, true)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', forget, true)
    }
  }, [])
  return null
}
