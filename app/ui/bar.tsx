import type { ReactNode } from 'react'
import type { Reason } from '~/statutes/ruling'
import { ArticleChip } from './article-chip'
import { frenchNumber, plural } from './format'
import { Icon } from './icon'

export type CountUnit = 'members' | 'voices'

type QuorumBarProps = {
  counted: number
  required: number
  base: number
  unit: CountUnit
  rule: string
  reasons?: readonly Reason[]
  met?: boolean
  /** Readable at ten metres. */
  size?: 'page' | 'screen'
  children?: ReactNode
}

const unitWords: Record<CountUnit, [string, string]> = { members: ['membre', 'membres'], voices: ['voix', 'voix'] }

/** Where the quorum stands: words first, the bar with its threshold mark, the three figures in a table. */
export function QuorumBar({
  counted,
  required,
  base,
  unit,
  rule,
  reasons,
  met = counted >= required,
  size = 'page',
  children,
}: QuorumBarProps) {
  const [one, many] = unitWords[unit]
  const large = size === 'screen'
  const missing = Math.max(0, required - counted)
  return (
    <figure className={large ? 'text-[clamp(1.25rem,2.6vw,2.5rem)]' : 'max-w-[46rem]'}>
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span
          className={`inline-flex items-center gap-2 font-serif font-semibold ${large ? 'text-[1.4em]' : 'text-[1.3125rem]'} ${met ? 'text-accent' : 'text-ink'}`}
        >
          <Icon name={met ? 'success' : 'clock'} size={large ? 44 : 22} />
          {met ? 'Quorum atteint' : `Quorum non atteint : il manque ${plural(missing, one, many)}`}
        </span>
        {large ? (
          <span className="text-muted">art.&nbsp;{rule.replace(/-[a-z]+$/, '')}</span>
        ) : (
          <ArticleChip rule={rule} reasons={reasons} />
        )}
      </figcaption>
      <ThresholdBar value={counted} threshold={required} base={base} met={met} tall={large} />
      <dl className={`mt-2 grid grid-cols-3 tabular-nums ${large ? '' : 'text-[0.9375rem]'}`}>
        <Figure term="Présents ou représentés" value={plural(counted, one, many)} />
        <Figure term="Minimum exigé" value={frenchNumber(required)} place="text-center" />
        <Figure term="Sur un total de" value={frenchNumber(base)} place="text-right" />
      </dl>
      {children}
    </figure>
  )
}

function Figure({ term, value, place = '' }: { term: string; value: string; place?: string }) {
  return (
    <div className={`flex flex-col justify-between ${place}`}>
      <dt className="leading-tight text-muted">{term}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  )
}

type ThresholdBarProps = { value: number; threshold: number; base: number; met: boolean; tall: boolean }

/** Drawn with attributes, not styles: the security policy forbids inline styles. */
function ThresholdBar({ value, threshold, base, met, tall }: ThresholdBarProps) {
  const at = (n: number) => `${base === 0 ? 0 : Math.min(100, (n * 100) / base)}%`
  const mark = at(threshold)
  const anchor = threshold * 8 <= base ? 'start' : threshold * 8 > base * 7 ? 'end' : 'middle'
  return (
    <svg aria-hidden="true" width="100%" className={`block overflow-visible ${tall ? 'h-[3.4em]' : 'h-[3.1rem]'}`}>
      <text x={mark} y="1em" textAnchor={anchor} className={`fill-ink ${tall ? 'text-[0.8em]' : 'text-[0.9375rem]'}`}>
        seuil&nbsp;: {frenchNumber(threshold)}
      </text>
      <rect y="50%" width="100%" height="45%" className="fill-sunken stroke-rule-strong" />
      <rect y="50%" width={at(value)} height="45%" className={met ? 'fill-bar' : 'fill-bar-against'} />
      <line x1={mark} x2={mark} y1="42%" y2="100%" className="stroke-ink" strokeWidth={tall ? 6 : 3} />
    </svg>
  )
}
