import type { Context } from './context'
import type { Reason, RuleId } from '~/statutes/ruling'
import { frenchDate } from '~/ui/format'

/** One thing to do, with its day and its reason, as the home page and the list of tasks show it. */
export type HomeStep = {
  key: string
  /** begins in small, to follow a name: « Pharmacie : … » */
  title: string
  /** civil day by which it is to be done; null when there is none */
  by: string | null
  reason: string | null
  rule: RuleId | null
  reasons: Reason[]
  to: string
  action: string
  /** its day is past; whatever a source says, a day before today makes it late */
  late: boolean
  /** smaller comes first among steps of the same urgency; below zero: now, before all the rest */
  rank: number
}

/**
 * Says what the actor has to do in one room: all of it, read from the state of the database alone, nothing for a person who may not
 * do it. A step is gone once it is done, whoever did it. Each room exports its own as `homeSteps`; `home` lists the rooms.
 */
export type StepSource = (ctx: Context) => Promise<HomeStep[]>

/** What a step has unless its source says otherwise. */
export const PLAIN_STEP = { by: null, reason: null, rule: null, reasons: [], late: false } satisfies Partial<HomeStep>

/** What happens now, then what is late, then what has a day, then the rest. */
export function inOrder(steps: readonly HomeStep[], today: string): HomeStep[] {
  const urgency = ({ late, rank }: HomeStep) => (rank < 0 ? 0 : late ? 1 : 2)
  return steps
    .map((step) => ({ ...step, late: step.late || (step.by !== null && step.by < today) }))
    .toSorted(
      (one, other) =>
        urgency(one) - urgency(other) || (one.by ?? '9').localeCompare(other.by ?? '9') || one.rank - other.rank,
    )
}

/** « au plus tard le dimanche 6 décembre 2026 », « depuis le dimanche 6 décembre 2026 » */
export const byWords = ({ by, late }: Pick<HomeStep, 'by' | 'late'>) =>
  by === null ? undefined : `${late ? 'depuis le' : 'au plus tard le'} ${frenchDate(by, { weekday: true })}`
