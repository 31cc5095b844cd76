import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'

/** The link to a place of this very page that a plain press follows, as an address. */
function placePressed(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target || link.hasAttribute('download')) return null
  const { href, origin, pathname, search } = window.location
  const to = new URL(link.href, href)
  const here = to.origin === origin && to.pathname === pathname && to.search === search
  return here && to.hash.length > 1 ? to : null
}

/**
 * Hands every link to a place of the same page to the router, wherever it stands. Followed by the browser alone, its
 * entry of the history has no name for the router, which then scrolls to where another such entry was left.
 */
export function InPageLinks() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const to = placePressed(event)
      if (!to) return
      event.preventDefault()
      if (event.target instanceof Element) event.target.closest<HTMLElement>('[popover]')?.hidePopover()
      navigate({ search: to.search, hash: to.hash }, { replace: to.hash === window.location.hash })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
  return null
}
