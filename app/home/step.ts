import type { Reason, RuleId } from '~/statutes/ruling'
import { frenchDate } from '~/ui/format'

/** One thing to do, with its day and its reason, as the home page shows it. */
export type HomeStep = {
  key: string
  title: string
  /** civil day by which it is to be done; null when there is none */
  by: string | null
  reason: string | null
  rule: RuleId | null
  reasons: Reason[]
  to: string
  action: string
  late: boolean
  /** smaller comes first among steps of the same urgency */
  rank: number
}

const MOST = 3

/** The first three: what is late, then what has a day, then the rest. */
export function firstSteps(steps: readonly HomeStep[]): HomeStep[] {
  const urgency = ({ late, rank }: HomeStep) => (rank < 0 ? 0 : late ? 1 : 2)
  return steps
    .toSorted(
      (one, other) =>
        urgency(one) - urgency(other) || (one.by ?? '9').localeCompare(other.by ?? '9') || one.rank - other.rank,
    )
    .slice(0, MOST)
}

/** « au plus tard le dimanche 6 décembre 2026 » */
export const byWords = (day: string) => `au plus tard le ${frenchDate(day, { weekday: true })}`
