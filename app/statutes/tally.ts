import { takesPart, type Attendance } from './attendance'
import type { Unit } from './schema'
import { rightsById, type VotingRight } from './voting-rights'

export const choices = ['for', 'against', 'abstained', 'blank'] as const
export type Choice = (typeof choices)[number]

/** How one vote went, in one unit. `present`: present or represented at that vote; `all`: all with the right to vote. */
export interface Counts {
  for: number
  against: number
  abstained: number
  blank: number
  present: number
  all: number
}

const fields = ['for', 'against', 'abstained', 'blank', 'present', 'all'] as const

export type UnitCounts = Record<Unit, Counts>

/** The counts of a vote, whole and by category (`among`): all that the majority needs, so that a secret ballot can give it. */
export interface Tally extends UnitCounts {
  byCategory: ReadonlyMap<string, UnitCounts>
}

export type Votes = Record<Choice, readonly string[]>

export function emptyCounts(): UnitCounts {
  const none = { for: 0, against: 0, abstained: 0, blank: 0, present: 0, all: 0 }
  return { voices: { ...none }, members: { ...none } }
}

function add(counts: UnitCounts, field: keyof Counts, right: VotingRight): void {
  counts.voices[field] += right.voices
  counts.members[field] += 1
}

/** Who may vote and who is there, whole and by category, before any vote. */
export interface Roll {
  whole: UnitCounts
  byCategory: ReadonlyMap<string, UnitCounts>
}

export function rollCall(rights: readonly VotingRight[], attendance: Attendance): Roll {
  const whole = emptyCounts()
  const byCategory = new Map<string, UnitCounts>()
  for (const right of rights) {
    if (!right.mayVote) continue
    const own = byCategory.get(right.category) ?? emptyCounts()
    byCategory.set(right.category, own)
    add(own, 'all', right)
    if (takesPart(right, attendance)) add(own, 'present', right)
  }
  for (const own of byCategory.values()) addAll(whole, own)
  return { whole, byCategory }
}

function addAll(sum: UnitCounts, own: UnitCounts): void {
  for (const unit of ['voices', 'members'] as const) {
    for (const field of fields) sum[unit][field] += own[unit][field]
  }
}

function copy({ voices, members }: UnitCounts): UnitCounts {
  return { voices: { ...voices }, members: { ...members } }
}

/**
 * 13.1-a, 6.1-e, 6.2-b: each member is counted once, for his voices. The vote of someone who is neither present nor represented,
 * or has no right to vote, is set aside; the rest is counted. `roll`: where the caller has called it already.
 */
export function tallyVotes(
  rights: readonly VotingRight[],
  attendance: Attendance,
  votes: Votes,
  roll: Roll = rollCall(rights, attendance),
): { tally: Tally; setAside: string[] } {
  const index = rightsById(rights)
  const byCategory = new Map([...roll.byCategory].map(([category, counts]) => [category, copy(counts)]))
  const whole = emptyCounts()
  const setAside: string[] = []
  for (const choice of choices) {
    for (const id of votes[choice]) {
      const right = index.get(id)
      const own = right && byCategory.get(right.category)
      if (own && takesPart(right, attendance)) add(own, choice, right)
      else setAside.push(id)
    }
  }
  for (const own of byCategory.values()) addAll(whole, own)
  return { tally: { ...whole, byCategory }, setAside }
}

export type Totals = Record<Unit, Record<Choice, number>>

/**
 * A vote of which only the totals are known (show of hands, secret ballot): who was there comes from the attendance.
 * `byCategory` is needed only where a requirement of the statutes looks at some categories.
 */
export function tallyTotals(
  rights: readonly VotingRight[],
  attendance: Attendance,
  totals: Totals,
  byCategory: ReadonlyMap<string, Totals> = new Map(),
): Tally {
  const roll = rollCall(rights, attendance)
  const categories = [...roll.byCategory].map(([category, counts]): [string, UnitCounts] => {
    const given = byCategory.get(category)
    return [category, given ? merge(counts, given) : counts]
  })
  return { ...merge(roll.whole, totals), byCategory: new Map(categories) }
}

function merge(counts: UnitCounts, given: Totals): UnitCounts {
  return { voices: { ...counts.voices, ...given.voices }, members: { ...counts.members, ...given.members } }
}

/** The counts that a requirement looks at: the whole vote, or some categories only. */
export function countsAmong(tally: Tally, unit: Unit, among: readonly string[] | undefined): Counts {
  if (!among) return tally[unit]
  const sum = emptyCounts()[unit]
  for (const category of new Set(among)) {
    const own = tally.byCategory.get(category)?.[unit]
    if (!own) continue
    for (const field of fields) sum[field] += own[field]
  }
  return sum
}
