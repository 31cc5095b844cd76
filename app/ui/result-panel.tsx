import type { ReactNode } from 'react'
import type { Reason } from '~/statutes/ruling'
import { ArticleChip } from './article-chip'
import type { CountUnit } from './bar'
import { frenchNumber } from './format'
import { Icon, type IconName } from './icon'

export type VoteOutcome = 'adopted' | 'rejected' | 'void'

const outcomes: Record<VoteOutcome, { word: string; icon: IconName; text: string; edge: string }> = {
  adopted: { word: 'Adoptée', icon: 'success', text: 'text-accent', edge: 'border-accent' },
  rejected: { word: 'Rejetée', icon: 'cross', text: 'text-ink', edge: 'border-ink' },
  void: {
    word: 'Sans effet : le quorum n’était pas atteint',
    icon: 'refusal',
    text: 'text-danger',
    edge: 'border-danger',
  },
}

type ResultPanelProps = {
  outcome: VoteOutcome
  /** Other words for the outcome: « Dr Paul Roux est élu ». */
  word?: string
  for: number
  against: number
  abstained: number
  blank: number
  unit?: CountUnit
  /** Heads, beside voices. */
  heads?: { for: number; against: number; abstained: number; blank: number }
  /** « Plus de la moitié des suffrages exprimés : au moins 14 voix ». */
  threshold?: ReactNode
  rule: string
  reasons?: readonly Reason[]
  /** The casting vote decided. */
  casting?: 'for' | 'against' | null
  /** Another reading of the statutes would change the outcome. */
  sensitive?: readonly string[]
  size?: 'page' | 'screen'
  children?: ReactNode
}

/** The result: outcome, threshold and article, then figures with their bars. */
export function ResultPanel({
  outcome,
  word,
  unit = 'voices',
  heads,
  threshold,
  rule,
  reasons,
  casting,
  sensitive = [],
  size = 'page',
  children,
  ...votes
}: ResultPanelProps) {
  const { icon, text, edge, word: outcomeWord } = outcomes[outcome]
  const large = size === 'screen'
  return (
    <div
      className={`border-t-4 bg-surface p-4 sm:p-5 ${edge} ${large ? 'text-[clamp(1.25rem,2.4vw,2.25rem)]' : 'max-w-[46rem]'}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p
          className={`flex items-center gap-2 font-serif font-semibold leading-tight ${large ? 'text-[1.6em]' : 'text-[1.5rem]'} ${text}`}
        >
          <Icon name={icon} size={large ? 52 : 26} />
          {word ?? outcomeWord}
        </p>
        {large ? <span>art.&nbsp;{rule.replace(/-[a-z]+$/, '')}</span> : <ArticleChip rule={rule} reasons={reasons} />}
      </div>
      {threshold ? <p className="mt-1">{threshold}</p> : null}
      {casting ? (
        <p className="mt-1">
          Égalité des voix&nbsp;: la voix du Président l’emporte ({casting === 'for' ? 'pour' : 'contre'}).
        </p>
      ) : null}
      <VoteTable {...votes} unit={unit} heads={heads} />
      {sensitive.length > 0 ? (
        <div className="mt-4 border-l-[6px] border-double border-ink bg-sunken px-4 py-3">
          <p className="font-semibold">Une autre lecture des statuts changerait ce résultat.</p>
          <ul className="mt-1 list-disc pl-5">
            {sensitive.map((reading) => (
              <li key={reading}>{reading}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {children ? <div className="mt-4">{children}</div> : null}
    </div>
  )
}

type Votes = Pick<ResultPanelProps, 'for' | 'against' | 'abstained' | 'blank' | 'heads'> & { unit: CountUnit }

function VoteTable({ unit, heads, ...votes }: Votes) {
  const lines = [
    { key: 'for', label: 'Pour', bar: 'fill-bar' },
    { key: 'against', label: 'Contre', bar: 'fill-bar-against' },
    { key: 'blank', label: 'Blancs', bar: 'fill-rule-strong' },
    { key: 'abstained', label: 'Abstentions', bar: 'fill-rule-strong' },
  ] as const
  const most = Math.max(1, ...lines.map((line) => votes[line.key]))
  return (
    <table className="mt-4 w-full">
      <caption className="sr-only">Résultat du vote</caption>
      <thead>
        <tr className="text-left text-muted">
          <th scope="col" className="w-px pr-4 font-normal">
            Vote
          </th>
          <td />
          <th scope="col" className="w-px pl-4 text-right font-normal">
            {unit === 'voices' ? 'Voix' : 'Membres'}
          </th>
          {heads ? (
            <th scope="col" className="w-px pl-4 text-right font-normal">
              Membres
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, bar }) => (
          <tr key={key} className="border-t border-rule">
            <th scope="row" className="py-1.5 pr-4 text-left font-semibold">
              {label}
            </th>
            <td className="py-1.5">
              <svg
                aria-hidden="true"
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                className="block h-[0.9em] w-full"
              >
                <rect width={(votes[key] * 100) / most} height="10" className={bar} />
              </svg>
            </td>
            <td className="py-1.5 pl-4 text-right font-semibold">{frenchNumber(votes[key])}</td>
            {heads ? <td className="py-1.5 pl-4 text-right">{frenchNumber(heads[key])}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
