import { shared } from './shared.server'

/**
 * Open streams of one person in this process: many tabs on several devices, and no more. What a stream costs (memory, a socket) is
 * this process's own, so that each guards itself: with N processes a person may hold N times as many, each within its bounds.
 */
const MOST = 20

const taken = () => shared('live places', () => new Map<string, number>())

/** One more stream for this person: the way to give its place back, once; null when all are taken. */
export function takePlace(person: string): (() => void) | null {
  const places = taken()
  const held = places.get(person) ?? 0
  if (held >= MOST) return null
  places.set(person, held + 1)
  let given = false
  return () => {
    if (given) return
    given = true
    const left = (places.get(person) ?? 1) - 1
    if (left > 0) places.set(person, left)
    else places.delete(person)
  }
}
