import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { focusOn, landingOf, placeOf } from './focus'
import { newOutcome, pageTitle, showOutcome, wordsShown } from './outcome'

/** A thin bar while a page is awaited; it shows only after a moment, so that quick pages do not flicker. */
export function PendingBar() {
  const { state } = useNavigation()
  return <div aria-hidden="true" className="pending-bar no-print" data-busy={state !== 'idle' || undefined} />
}

/** Of an act that nothing on the page tells: a row moved, a text kept. */
const DONE = 'C’est fait.'

/** What a list says of itself once it is filtered: « 2 membres sur 26 ». */
const countSaid = () => document.querySelector('main [data-count]')?.textContent ?? ''

/**
 * Moves the focus and tells screen readers what happened. After an act: to the message that says how it ended, on whatever page
 * it stands. After a navigation: to the title of the new page, or to the place that the address names; its name is said. After
 * a search: the count of what was found is said.
 */
export function NavigationAnnouncer() {
  const { pathname, search, hash, key } = useLocation()
  const { state, formMethod } = useNavigation()
  const previous = useRef<{ pathname: string; search: string; key: string; title?: string }>({ pathname, search, key })
  const wordsBefore = useRef<ReadonlySet<string> | null>(null)
  const [said, setSaid] = useState('')

  useEffect(() => {
    if (state !== 'idle') {
      if (formMethod && formMethod.toUpperCase() !== 'GET') wordsBefore.current ??= wordsShown()
      return
    }
    const before = wordsBefore.current
    const from = previous.current
    wordsBefore.current = null
    const title = pageTitle()?.textContent ?? ''
    previous.current = { pathname, search, key, title }
    if (!before && from.key === key) return

    // the next ballot, another year: the same address but for its search, and another page
    const moved = from.pathname !== pathname || (!before && from.search !== search && from.title !== title)
    const outcome = before ? newOutcome(before) : null
    // on another page everything is new: what counts is a message of it
    const told = moved && outcome?.dataset.outcome === undefined ? null : outcome
    const place = placeOf(hash)
    if (moved) setSaid(document.title)
    else if (!before && from.search !== search) setSaid(countSaid())
    if (told) showOutcome(told)
    else if (place) focusOn(landingOf(place))
    else if (before && !moved) setSaid((already) => (already === DONE ? `${DONE}\u00a0` : DONE))
    else if (moved) focusOn(pageTitle() ?? document.body)
  }, [pathname, search, hash, key, state, formMethod])

  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
