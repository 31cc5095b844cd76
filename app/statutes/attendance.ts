import type { Proxy } from './proxies'
import type { VotingRight } from './voting-rights'

/** Who is there at one moment: in person or by video, and by a holder who is there. */
export interface Attendance {
  present: ReadonlySet<string>
  represented: ReadonlySet<string>
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
