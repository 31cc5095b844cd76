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

function roll(
  rights: readonly VotingRight[],
  attendance: Attendance,
): { whole: UnitCounts; byCategory: Map<string, UnitCounts> } {
  const whole = emptyCounts()
  const byCategory = new Map<string, UnitCounts>()
  for (const right of rights) {
    if (!right.mayVote) continue
    const own = byCategory.get(right.category) ?? emptyCounts()
    byCategory.set(right.category, own)
    const fields: (keyof Counts)[] = takesPart(right, attendance) ? ['all', 'present'] : ['all']
    for (const field of fields) {
      add(whole, field, right)
      add(own, field, right)
    }
  }
  return { whole, byCategory }
}

/**
 * 13.1-a, 6.1-e, 6.2-b: each member is counted once, for his voices. The vote of someone who is neither present nor represented,
 * or has no right to vote, is set aside; the rest is counted.
 */
export function tallyVotes(
  rights: readonly VotingRight[],
  attendance: Attendance,
  votes: Votes,
): { tally: Tally; setAside: string[] } {
  const { whole, byCategory } = roll(rights, attendance)
  const index = rightsById(rights)
  const setAside: string[] = []
  for (const choice of choices) {
    for (const id of votes[choice]) {
      const right = index.get(id)
      const own = right && byCategory.get(right.category)
      if (!own || !takesPart(right, attendance)) {
        setAside.push(id)
        continue
      }
      add(whole, choice, right)
      add(own, choice, right)
    }
  }
  return { tally: { ...whole, byCategory }, setAside }
}

/** A vote of which only the totals are known (show of hands, secret ballot): who was there comes from the attendance. */
export function tallyTotals(
  rights: readonly VotingRight[],
  attendance: Attendance,
  totals: Record<Unit, Record<Choice, number>>,
  byCategory: ReadonlyMap<string, Record<Unit, Record<Choice, number>>> = new Map(),
): Tally {
  const { whole, byCategory: roster } = roll(rights, attendance)
  const categories = [...roster].map(([category, counts]): [string, UnitCounts] => {
    const given = byCategory.get(category)
    return [category, given ? merge(counts, given) : counts]
  })
  return { ...merge(whole, totals), byCategory: new Map(categories) }
}

function merge(counts: UnitCounts, given: Record<Unit, Record<Choice, number>>): UnitCounts {
  return { voices: { ...counts.voices, ...given.voices }, members: { ...counts.members, ...given.members } }
}

/** The counts that a requirement looks at: the whole vote, or some categories only. */
export function countsAmong(tally: Tally, unit: Unit, among: readonly string[] | undefined): Counts {
  if (!among) return tally[unit]
  const sum = emptyCounts()[unit]
  for (const category of new Set(among)) {
    const own = tally.byCategory.get(category)?.[unit]
    if (!own) continue
    for (const field of ['for', 'against', 'abstained', 'blank', 'present', 'all'] as const) sum[field] += own[field]
  }
  return sum
}
