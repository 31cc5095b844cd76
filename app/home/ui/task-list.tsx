import { Link } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { Icon } from '~/ui/icon'
import { Section } from '~/ui/page'
import { capital } from '~/statutes/french'
import { byWords, type HomeStep } from '~/platform/home-step'

/** Everything that waits, by its urgency; each line leads to where it is done. */
export function TaskList({ steps }: { steps: readonly HomeStep[] }) {
  const first = steps.filter(({ rank }) => rank < 0)
  const others = steps.filter(({ rank }) => rank >= 0)
  const late = others.filter((step) => step.late)
  const rest = others.filter((step) => !step.late)
  return (
    <>
      <Tasks title="D’abord" steps={first} />
      <Tasks title="En retard" steps={late} late />
      <Tasks title="Avec une date" steps={rest.filter(({ by }) => by !== null)} />
      <Tasks title="Sans date" steps={rest.filter(({ by }) => by === null)} />
    </>
  )
}

function Tasks({ title, steps, late = false }: { title: string; steps: readonly HomeStep[]; late?: boolean }) {
  if (steps.length === 0) return null
  return (
    <Section title={`${title}\u00a0: ${steps.length}`}>
      <ul className="border-t border-rule">
        {steps.map((step) => (
          <li
            key={step.key}
            className="grid gap-x-6 gap-y-2 border-b border-rule py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start"
          >
            <div>
              <h3 className="text-[1.125rem] leading-snug">{capital(step.title)}</h3>
              {step.by === null ? null : (
                <p className={`mt-1 flex items-baseline gap-1.5 ${late ? 'font-semibold text-danger' : 'text-muted'}`}>
                  <Icon name={late ? 'warning' : 'clock'} size={16} className="translate-y-0.5" />
                  <span>{capital(byWords(step) ?? '')}</span>
                </p>
              )}
              {step.reason ? <p className="mt-1 max-w-measure">{step.reason}</p> : null}
              {step.rule ? (
                <p className="mt-1">
                  <ArticleChip rule={step.rule} reasons={step.reasons} />
                </p>
              ) : null}
            </div>
            <Link to={step.to} className="inline-flex min-h-11 items-center font-semibold">
              {step.action}
              <span className="sr-only"> : {capital(step.title)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
