import type { RuleId } from '~/statutes/catalogue'
import type { CivilDate } from '~/statutes/civil-date'
import type { Reason } from '~/statutes/ruling'
import type { BodyKey, Statutes } from '~/statutes/schema'
import type { Untold } from '../convene/changes'
import type { NotVotable } from '../convene/votable.server'
import type { MeetingReach } from '../convene/reach.query.server'

/** How much a fault weighs (law on nullity): it stops the act, puts its decisions at risk, or only their form. */
export type Grade = 'blocking' | 'risky' | 'formal'
export type DemandState = 'done' | 'todo' | 'late'

/** One thing that the statutes ask of a meeting, where it stands and by when. */
export type Demand = {
  key: string
  rule: RuleId
  title: string
  state: DemandState
  grade: Grade
  /** last lawful day */
  day: CivilDate | null
  sentence: string
  reasons: Reason[]
}

export type DemandFacts = {
  statutes: Statutes
  body: BodyKey
  session: 1 | 2
  date: CivilDate
  today: CivilDate
  /** first sending, or null while it is a draft */
  sentOn: CivilDate | null
  failedOn: CivilDate | null
  accountsOfYear: number | null
  somewhere: boolean
  items: { title: string; votes: boolean; resolutions: number }[]
  /** kinds that 15-b asks for and the day on which each was opened */
  documents: { label: string; openedOn: CivilDate | null }[]
  /** last Bureau meeting held since the end of the accounts' year */
  lastBureauMeeting: CivilDate | null
  /** mandates over on the day of the meeting, not renewed */
  expired: { label: string; holder: string; termEnd: CivilDate }[]
  /** who was told of it; null while it is a draft */
  reach: Pick<MeetingReach, 'counts' | 'lastDay'> | null
  /** changes not told to those convened */
  untold: Untold
  /** resolutions that could not take effect on the day of the meeting */
  unlawful: Pick<NotVotable, 'number' | 'title' | 'reasons'>[]
  /** resolutions convened that may be discussed, not voted, as things stand */
  notVotable: Pick<NotVotable, 'number' | 'title' | 'reasons'>[]
}

export type Judged = (facts: DemandFacts) => Demand[]
