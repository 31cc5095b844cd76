import type { Entered } from '~/meetings/reprise-marks/entered-by'
import type { Part } from '~/statutes/attendance'
import type { Reason } from '~/statutes/ruling'

/** Votes counted in one ballot, in voices and, where it may be told, in heads; `unit` decides, in voices where it is not written. */
export type MinutesCounts = {
  unit?: 'voices' | 'members'
  for: number
  against: number
  abstained: number
  blank: number
  heads: { for: number; against: number; abstained: number; blank: number } | null
}

export type MinutesResolution = {
  id: string
  number: number
  title: string
  text: string
  state: 'PENDING' | 'ONLINE' | 'OPEN' | 'ADOPTED' | 'REJECTED' | 'INVALID' | 'WITHDRAWN'
  secret: boolean
  unanimity: boolean
  /** « vote électronique à bulletin secret », « vote à main levée » … */
  mode: string
  /** « 12 membres présents ou représentés pour 8 requis » at that vote */
  quorum: string | null
  counts: MinutesCounts | null
  /** threshold, casting vote, readings: French sentences */
  sentences: string[]
  reasons: Reason[]
  tellers: string[]
  effect: string | null
  openedAt: string | null
  closedAt: string | null
}

export type MinutesItem = {
  id: string
  position: number
  title: string
  kind: string
  notes: string
  /** what the secretary wrote of the discussion */
  debate: string
  resolutions: MinutesResolution[]
}

export type MinutesAttendee = {
  memberId: string
  label: string
  category: string
  voices: number
  mayVote: boolean
  status: Part | 'absent'
  /** hours of arrivals and departures, « 18 h 02 – 19 h 40 » */
  hours: string
  representative: string | null
  holder: string | null
  signature: string | null
}

/** A fact that entered by a reprise and bears on the meeting: a right with its voices, or an office. */
export type MinutesReprise = { kind: Entered; member: string; voices: number; sentence: string }

/**
 * The whole text of one set of minutes, as facts and words: what is hashed, signed and printed. Built by the product from
 * what happened; only `debate`, `opening` and `closing` are typed by the secretary.
 */
export type MinutesBody = {
  format: 'cpts-minutes/1'
  kind: 'MINUTES' | 'DEFAULT'
  association: { name: string; address: string; identifiers: string }
  statutes: { effectiveFrom: string; adoptedOn: string; adoptedBy: string }
  meeting: {
    id: string
    body: 'bureau' | 'ago' | 'age'
    bodyName: string
    session: number
    title: string
    date: string
    place: string
    convenedFor: string
    openedAt: string | null
    closedAt: string | null
    chair: string
    secretary: string
    preceding: string | null
  }
  convocation: { sentences: string[]; reasons: Reason[]; contentHash: string | null }
  electorate: {
    members: number
    voices: number
    /** each counts for one, so voices are not told; absent from minutes fixed before it was kept */
    byHead?: boolean
    categories: { label: string; members: number; voices: number }[]
  }
  attendees: MinutesAttendee[]
  /** absent from minutes fixed before it was told */
  reprises?: MinutesReprise[]
  proxies: { giver: string; holder: string; receivedAt: string; paper: boolean; state: string }[]
  quorum: { met: boolean; sentence: string; reasons: Reason[] } | null
  items: MinutesItem[]
  incidents: { at: string; text: string; rule: string | null }[]
  opening: string
  closing: string
}

/** A correction names the minutes it corrects and says what is to be read instead. */
export type CorrectionBody = {
  format: 'cpts-minutes-correction/1'
  kind: 'CORRECTION'
  association: MinutesBody['association']
  meeting: Pick<MinutesBody['meeting'], 'id' | 'body' | 'bodyName' | 'title' | 'date'>
  corrects: { number: number; bodyHash: string }
  text: string
}

export type AnyBody = MinutesBody | CorrectionBody

/** What the secretary adds, version by version. */
export type DraftContent = { opening: string; debates: Record<string, string>; closing: string }

export const EMPTY_DRAFT: DraftContent = { opening: '', debates: {}, closing: '' }
