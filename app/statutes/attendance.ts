import type { Proxy } from './proxies'
import type { VotingRight } from './voting-rights'

/** Who is there at one moment: in person or by video, and by a holder who is there. */
export interface Attendance {
  present: ReadonlySet<string>
  represented: ReadonlySet<string>
  /** how each of them takes part, where it is known */
  parts?: ReadonlyMap<string, Part>
}

/** How a member takes part in a session: in the room, by video, by a holder who is there, or by a vote on line before it. */
export const PARTS = ['present', 'video', 'represented', 'online'] as const
export type Part = (typeof PARTS)[number]

/** Everybody who takes part at one moment, each once. `counts`: whether the statutes count that part in the quorum. */
export type Roll = ReadonlyMap<string, { part: Part; counts: boolean }>

export interface RollQuestion {
  present: readonly { id: string; video: boolean }[]
  /** accepted proxies whose giver is not there */
  represented: readonly Proxy[]
  /** who voted on line, for what is at hand */
  online: readonly string[]
  /** whether the article on voting from afar counts those who use it in the quorum (remoteVote `countsInQuorum`) */
  afarCounts: boolean
}

/**
 * 13.2-c, 13.3-b: the one list from which the quorum of a vote, its figures and the attendance are drawn. Being there comes before
 * being represented, which comes before a vote on line. A represented member counts exactly when the holder of his proxy does.
 */
export function rollOf({ present, represented, online, afarCounts }: RollQuestion): Roll {
  const roll = new Map<string, { part: Part; counts: boolean }>()
  const here = new Map(present.map(({ id, video }) => [id, video]))
  for (const id of online) roll.set(id, { part: 'online', counts: afarCounts })
  for (const { from, to } of represented) {
    const video = here.get(to)
    if (video === undefined || here.has(from)) continue
    const counts = !video || afarCounts
    if (counts || !roll.get(from)?.counts) roll.set(from, { part: 'represented', counts })
  }
  for (const { id, video } of present) roll.set(id, { part: video ? 'video' : 'present', counts: !video || afarCounts })
  return roll
}

/** Those of the roll who count in the quorum. */
export function countedOf(roll: Roll): Attendance {
  const counted = [...roll].filter(([, { counts }]) => counts)
  const of = (represented: boolean) =>
    new Set(counted.filter(([, { part }]) => (part === 'represented') === represented).map(([id]) => id))
  return { present: of(false), represented: of(true), parts: new Map(counted.map(([id, { part }]) => [id, part])) }
}

/** Who is left once the `gone` have gone: those whom a gone holder represents go with him. */
export function attendanceAt(
  present: Iterable<string>,
  accepted: readonly Proxy[],
  gone: ReadonlySet<string> = new Set(),
): Attendance {
  const here = new Set<string>()
  for (const id of present) if (!gone.has(id)) here.add(id)
  const represented = new Set<string>()
  for (const { from, to } of accepted) if (here.has(to) && !gone.has(from) && !here.has(from)) represented.add(from)
  return { present: here, represented }
}

/** Present or represented, with the right to vote. */
export function takesPart(right: VotingRight | undefined, attendance: Attendance): right is VotingRight {
  return (
    right !== undefined && right.mayVote && (attendance.present.has(right.id) || attendance.represented.has(right.id))
  )
}
