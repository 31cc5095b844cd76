import { ArticleChip } from '~/ui/article-chip'
import { frenchDate } from '~/ui/format'
import { Steps, type StepState } from '~/ui/steps'
import { StatusBadge, type BadgeTone } from '~/ui/status-badge'
import type { Demand, DemandState, Grade } from '../demand'

const GRADES: Record<Grade, { label: string; tone: BadgeTone }> = {
  blocking: { label: 'Bloquant', tone: 'refusal' },
  risky: { label: 'Risqué', tone: 'warning' },
  formal: { label: 'Formel', tone: 'neutral' },
}
const STEPS: Record<DemandState, StepState> = { done: 'done', todo: 'todo', late: 'late' }

/** What the statutes ask of this meeting: each with its article, its day, where it stands and how much a fault weighs. */
export function DemandList({ demands }: { demands: readonly Demand[] }) {
  return (
    <Steps
      label="Ce que les statuts demandent"
      steps={demands.map(({ key, rule, title, state, grade, day, sentence, reasons }) => ({
        key,
        title,
        state: STEPS[state],
        date: day ? `au plus tard le ${frenchDate(day)}` : undefined,
        detail: sentence,
        mark: (
          <span className="inline-flex flex-wrap items-baseline gap-2">
            {state === 'done' ? null : <StatusBadge tone={GRADES[grade].tone}>{GRADES[grade].label}</StatusBadge>}
            <ArticleChip rule={rule} reasons={reasons} />
          </span>
        ),
      }))}
    />
  )
}
