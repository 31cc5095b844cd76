import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { buttonClass } from './button'
import { Icon } from './icon'

export type NextStep = {
  key: string
  /** What to do: « Répondre à la convocation ». */
  title: string
  /** By when, already in French: « avant le samedi 12 juin ». */
  day?: string
  reason?: ReactNode
  /** Article chips. */
  mark?: ReactNode
  to: string
  /** The verb of the one link. */
  action: string
  /** Its day is past. */
  late?: boolean
}

/** One to three things to do, the first one first. */
export function NextSteps({ steps, title = 'À vous' }: { steps: readonly NextStep[]; title?: string }) {
  if (steps.length === 0) return null
  return (
    <section aria-label={title} className="mt-8 grid max-w-(--container-panel) gap-4 sm:grid-cols-2">
      {steps.map((step, index) => (
        <NextStepCard
          key={step.key}
          step={step}
          word={title}
          main={index === 0}
          wide={index === 0 || steps.length === 2}
        />
      ))}
    </section>
  )
}

function NextStepCard({ step, word, main, wide }: { step: NextStep; word: string; main: boolean; wide: boolean }) {
  const frame = main ? 'border-t-4 border-t-turn-mark bg-turn-soft' : 'border-t-4 border-t-rule-strong bg-surface'
  return (
    <article
      className={`flex flex-col rounded-b-control border border-rule p-5 ${frame} ${wide ? 'sm:col-span-2' : ''}`}
    >
      <p
        className={`flex items-baseline gap-1.5 font-semibold ${step.late ? 'text-danger' : main ? 'text-turn' : 'text-muted'}`}
      >
        <Icon name={step.late ? 'warning' : main ? 'turn' : 'clock'} size={16} className="translate-y-0.5" />
        <span>
          {step.late ? 'En retard' : main ? word : 'Ensuite'}
          {step.day ? <span className="font-normal">, {step.day}</span> : null}
        </span>
      </p>
      <h2 className="mt-1 text-[1.3125rem] leading-snug">{step.title}</h2>
      {step.reason ? <div className="mt-2 max-w-measure">{step.reason}</div> : null}
      {step.mark ? <div className="mt-2">{step.mark}</div> : null}
      <div className="mt-auto pt-4">
        <Link to={step.to} className={buttonClass(main ? 'primary' : 'secondary')}>
          {step.action}
        </Link>
      </div>
    </article>
  )
}
