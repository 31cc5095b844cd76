import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type StepState = 'done' | 'current' | 'late' | 'todo'
export type Step = {
  key: string
  title: ReactNode
  state: StepState
  /** The day, already in French. */ date?: string
  detail?: ReactNode
  mark?: ReactNode
}

const states: Record<StepState, { word: string; icon: IconName | null; dot: string; text: string }> = {
  done: { word: 'Fait', icon: 'check', dot: 'border-accent bg-accent text-on-accent', text: 'text-muted' },
  current: { word: 'En cours', icon: 'turn', dot: 'border-turn-mark bg-turn-soft text-turn', text: 'text-turn' },
  late: { word: 'En retard', icon: 'warning', dot: 'border-danger bg-danger-soft text-danger', text: 'text-danger' },
  todo: { word: 'À venir', icon: null, dot: 'border-rule-strong bg-surface', text: 'text-muted' },
}

/** A procedure whose steps cannot be skipped, each with its day and its article. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol aria-label={label} className="max-w-[46rem]">
      {steps.map((step, index) => {
        const { word, icon, dot, text } = states[step.state]
        return (
          <li
            key={step.key}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className="relative flex gap-4 pb-5 last:pb-0"
          >
            {index < steps.length - 1 ? (
              <span aria-hidden="true" className="absolute bottom-0 left-[0.8125rem] top-7 w-px bg-rule-strong" />
            ) : null}
            <span className={`mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full border-2 ${dot}`}>
              {icon ? <Icon name={icon} size={14} /> : null}
            </span>
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-semibold">{step.title}</span>
                <span className={`text-[0.9375rem] ${text}`}>
                  {word}
                  {step.date ? `, ${step.date}` : ''}
                </span>
                {step.mark}
              </div>
              {step.detail ? <div className="text-[0.9375rem] text-muted">{step.detail}</div> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
