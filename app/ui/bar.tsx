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
export function QuorumBar({ counted, required, base, unit, rule, reasons, met = counted >= required, size = 'page', children }: QuorumBarProps) {
  const [one, many] = unitWords[unit]
  const large = size === 'screen'
  const missing = Math.max(0, required - counted)
  return (
    <figure className={large ? 'text-[clamp(1.25rem,2.6vw,2.5rem)]' : 'max-w-[46rem]'}>
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className={`inline-flex items-center gap-2 font-serif font-semibold ${large ? 'text-[1.4em]' : 'text-[1.3125rem]'} ${met ? 'text-accent' : 'text-ink'}`}>
          <Icon name={met ? 'success' : 'clock'} size={large ? 44 : 22} />
          {met ? 'Quorum atteint' : `Quorum non atteint : il manque ${plural(missing, one, many)}`}
        </span>
        {large ? <span className="text-muted">art.&nbsp;{rule.replace(/-[a-z]+$/, '')}</span> : <ArticleChip rule={rule} reasons={reasons} />}
      </figcaption>
      <ThresholdBar value={counted} threshold={required} base={base} met={met} tall={large} />
      <dl className={`mt-2 grid grid-cols-3 tabular-nums ${large ? '' : 'text-[0.9375rem]'}`}>
        <Figure term="Présents ou représentés" value={plural(counted, one, many)} />
        <Figure term="Exigés" value={frenchNumber(required)} place="text-center" />
        <Figure term="Sur un total de" value={frenchNumber(base)} place="text-right" />
      </dl>
      {children}
    </figure>
  )
}

function Figure({ term, value, place = '' }: { term: string; value: string; place?: string }) {
  return (
    <div className={place}>
      <dt className="text-muted">{term}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  )
}

/** Drawn with attributes, not styles: the security policy forbids inline styles. */
function ThresholdBar({ value, threshold, base, met, tall }: { value: number; threshold: number; base: number; met: boolean; tall: boolean }) {
  const at = (n: number) => (base === 0 ? 0 : Math.min(100, (n * 100) / base))
  return (
    <svg aria-hidden="true" viewBox="0 0 100 20" preserveAspectRatio="none" className={`block w-full ${tall ? 'h-[1.6em]' : 'h-7'}`}>
      <rect y="4" width="100" height="12" className="fill-sunken stroke-rule-strong" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      <rect y="4" width={at(value)} height="12" className={met ? 'fill-bar' : 'fill-bar-against'} />
      <path d={`M${at(threshold)} 0V20`} className="stroke-ink" strokeWidth={tall ? 5 : 3} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
