import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { focusOn, landingOf, placeOf } from './focus'

/** A thin bar while a page is awaited; it shows only after a moment, so that quick pages do not flicker. */
export function PendingBar() {
  const { state } = useNavigation()
  return <div aria-hidden="true" className="pending-bar no-print" data-busy={state !== 'idle' || undefined} />
}

/** After a navigation in the browser, the focus goes to the title of the new page and its name is said; or to the place that the address names. */
export function NavigationAnnouncer() {
  const { pathname, hash, key } = useLocation()
  const previous = useRef({ pathname, key })
  const [title, setTitle] = useState('')
  useEffect(() => {
    const { current } = previous
    if (current.key === key) return
    previous.current = { pathname, key }
    const place = placeOf(hash)
    if (place) focusOn(landingOf(place))
    if (current.pathname === pathname) return
    setTitle(document.title)
    const target = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
    if (target && !place) focusOn(target)
  }, [pathname, hash, key])
  return (
    <p role="status" className="sr-only">
      {title}
    </p>
  )
}
