import type { BodyKey, Statutes } from '~/statutes/schema'

/** Heads of one category, and the voices that each carries. */
export type CategoryCase = Record<CategoryField, number>
export const CATEGORY_FIELDS = [
  'members',
  'voices',
  'present',
  'represented',
  'for',
  'against',
  'abstained',
  'blank',
] as const
export type CategoryField = (typeof CATEGORY_FIELDS)[number]

export type PresidentVote = 'for' | 'against' | 'none' | 'absent'
export type ThresholdKind = 'moreThan' | 'atLeast' | 'relative'

/** What the simulator is told: one vote of one body, in whole numbers. `quorum`: '1/3', a number of heads, or '' for none. */
export type SimulatorCase = {
  body: BodyKey
  session: 1 | 2
  secret: boolean
  president: PresidentVote
  quorum: string
  majority: { kind: ThresholdKind; share: string }
  categories: Record<string, CategoryCase>
}

/** Categories with the right to vote, in the order of the statutes, with their label. */
export function votingCategories(statutes: Statutes): { key: string; label: string }[] {
  return Object.entries(statutes.categories).flatMap(([key, { mayVote, label }]) => (mayVote ? [{ key, label }] : []))
}

/** The category that can preside: the first that may hold an office; null where none may. */
export function presidingCategory(statutes: Statutes): string | null {
  return (
    Object.keys(statutes.categories).find(
      (key) => statutes.categories[key]?.mayHoldOffice && statutes.categories[key].mayVote,
    ) ?? null
  )
}

/** The session that a body has: its own, or the first where the statutes know no second. */
export function sessionOf(statutes: Statutes, body: BodyKey, session: number): 1 | 2 {
  return session === 2 && statutes.bodies[body].secondSession !== null ? 2 : 1
}

const half = (count: number) => Math.ceil(count / 2)

/** Where one starts: these statutes, these members, half of them there, two thirds of those for. */
export function startingCase(
  statutes: Statutes,
  input: { body: BodyKey; session: 1 | 2; counts: Record<string, number> },
): SimulatorCase {
  const { body, session, counts } = input
  const rules = statutes.bodies[body]
  const second = session === 2 ? rules.secondSession : null
  const [quorum] = second ? second.quorum : rules.quorum
  const [majority] = second ? second.majority : rules.majority
  const categories = votingCategories(statutes).map(({ key }): [string, CategoryCase] => {
    const members = counts[key] ?? 0
    const present = body === 'bureau' ? members : half(members)
    const yes = Math.ceil((present * 2) / 3)
    return [
      key,
      {
        members,
        voices: statutes.categories[key]?.voices ?? 1,
        present,
        represented: 0,
        for: yes,
        against: present - yes,
        abstained: 0,
        blank: 0,
      },
    ]
  })
  return {
    body,
    session,
    secret: false,
    president: 'for',
    quorum: quorum
      ? quorum.count === undefined
        ? (quorum.atLeast ?? quorum.moreThan ?? '')
        : String(quorum.count)
      : '',
    majority: majority?.moreThan
      ? { kind: 'moreThan', share: majority.moreThan }
      : majority?.atLeast
        ? { kind: 'atLeast', share: majority.atLeast }
        : { kind: 'relative', share: '1/2' },
    categories: Object.fromEntries(categories),
  }
}
