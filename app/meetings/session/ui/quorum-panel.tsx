import type { QuorumRuling } from '~/statutes/quorum'
import { ArticleChip } from '~/ui/article-chip'
import { articleOf } from '~/ui/figures'
import { QuorumBar } from '~/ui/bar'
import { frenchNumber, list, plural } from '~/ui/format'
import { Icon } from '~/ui/icon'

type QuorumPanelProps = {
  quorum: QuorumRuling
  /** French names of the categories, by key */ categories: Record<string, string>
  size?: 'page' | 'screen'
}

/** Where the quorum stands: one bar a requirement, or the sentence that there is none (13.2-e). */
export function QuorumPanel({ quorum, categories, size = 'page' }: QuorumPanelProps) {
  const { requirements, rule, reasons } = quorum
  if (requirements.length === 0) return <NoQuorumAsked quorum={quorum} size={size} />
  return (
    <div className="space-y-6">
      {size === 'page' ? (
        <p role="status" className="sr-only">
          {requirements.map(quorumWords).join(' ')}
        </p>
      ) : null}
      {requirements.map((one, index) => (
        <QuorumBar key={index} {...one} rule={rule} reasons={reasons[index] ? [reasons[index]] : []} size={size}>
          {one.parts.online > 0 ? (
            <p className="mt-1 text-muted">
              Dont {plural(one.parts.online, 'vote à distance compté', 'votes à distance comptés')}.
            </p>
          ) : null}
          {one.among ? (
            <p className="mt-1 text-muted">Parmi les {list(one.among.map((key) => `${categories[key] ?? key}s`))}.</p>
          ) : null}
        </QuorumBar>
      ))}
    </div>
  )
}

/** « Quorum atteint : 9 membres présents ou représentés, il en faut 9. »: heard each time that somebody comes or leaves. */
function quorumWords({ counted, required, unit }: QuorumRuling['requirements'][number]): string {
  const [one, many] =
    unit === 'voices'
      ? ['voix présente ou représentée', 'voix présentes ou représentées']
      : ['membre présent ou représenté', 'membres présents ou représentés']
  return `${counted >= required ? 'Quorum atteint' : 'Quorum non atteint'} : ${plural(counted, one, many)}, il en faut ${frenchNumber(required)}.`
}

/** A second session: valid whoever comes; whose majority applies is said at once. */
function NoQuorumAsked({ quorum, size }: { quorum: QuorumRuling; size: 'page' | 'screen' }) {
  const large = size === 'screen'
  return (
    <div className={large ? 'text-[clamp(1.25rem,2.6vw,2.5rem)]' : 'max-w-[46rem]'}>
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span
          className={`inline-flex items-center gap-2 font-serif font-semibold text-accent ${large ? 'text-[1.4em]' : 'text-[1.3125rem]'}`}
        >
          <Icon name="success" size={large ? 44 : 22} />
          Aucun quorum n’est exigé
        </span>
        {large ? (
          <span className="text-muted">art.&nbsp;{articleOf(quorum.rule)}</span>
        ) : (
          <ArticleChip rule={quorum.rule} reasons={quorum.reasons} />
        )}
      </p>
      <p className="mt-1">
        {plural(quorum.counted, 'membre présent ou représenté', 'membres présents ou représentés')} sur{' '}
        {frenchNumber(quorum.base)}.{' '}
        {quorum.basis === 'first'
          ? 'Le quorum de la première session est réuni : sa majorité s’applique.'
          : 'Le quorum de la première session n’est pas réuni : la majorité de la seconde session s’applique.'}
      </p>
    </div>
  )
}
