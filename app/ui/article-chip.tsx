import { useId, type ReactNode } from 'react'
import type { Reason } from '~/statutes/ruling'
import { articleHref, articleOf } from './figures'
import { FiguresInline } from './reasons'
import { useRuleTitle } from './rule-titles'

type ArticleChipProps = {
  /** The rule that speaks: « 13.2-c ». Its article is derived from it. */
  rule: string
  article?: string
  reason?: Reason
  reasons?: readonly Reason[]
  /** What would change the ruling: « Un membre de plus, présent ou représenté ». */
  change?: ReactNode
  /** The rule in a few words, when there is no ruling yet. Phrasing content only: a chip may stand inside a paragraph. */
  children?: ReactNode
}

/** Our signature: the article beside each legal fact; it opens the ruling, with and without JavaScript. */
export function ArticleChip({
  rule,
  article = articleOf(rule),
  reason,
  reasons = reason ? [reason] : [],
  change,
  children,
}: ArticleChipProps) {
  const id = useId()
  // heard after the number, so that two chips of one article are told apart
  const about = useRuleTitle(rule)
  // React 18 knows neither attribute; lower case passes through.
  const opener = { popovertarget: id }
  const closer = { popovertarget: id, popovertargetaction: 'hide' }
  const panel = { popover: 'auto' }
  return (
    <>
      <button
        type="button"
        {...opener}
        aria-haspopup="dialog"
        className="inline-flex min-h-6 items-center whitespace-nowrap rounded-control border border-accent/45 bg-accent-soft px-1.5 align-baseline font-serif text-[0.875rem] leading-tight text-accent hover:border-accent"
      >
        art.&nbsp;{article}
        {about ? <span className="sr-only">{`\u00a0: ${about}`}</span> : null}
      </button>
      <span id={id} {...panel} role="dialog" aria-label={`Article ${article} des statuts`} className="ruling-popover">
        <span className="mb-2 flex items-start justify-between gap-4">
          <span className="font-serif text-[1.125rem] font-semibold leading-tight">Article {article}</span>
          <button
            type="button"
            {...closer}
            className="ruling-close -mr-2 -mt-2 inline-flex min-h-11 items-center px-2 text-accent underline underline-offset-4"
          >
            Fermer
          </button>
        </span>
        {children ? <span className="mb-2 block font-serif text-base">{children}</span> : null}
        {reasons.map((each) => (
          <span key={each.rule + each.sentence} className="mb-3 block">
            <span className="block font-serif text-base">{each.sentence}</span>
            <FiguresInline figures={each.figures} />
          </span>
        ))}
        {change ? (
          <span className="mb-3 block border-l-2 border-turn-mark pl-3">
            <span className="font-semibold">Ce qui changerait la réponse&nbsp;: </span>
            {change}
          </span>
        ) : null}
        <span className="block">
          <a href={articleHref(article)}>Lire l’article {article} des statuts</a>
          {rule === article ? null : <span className="text-muted"> (règle {rule})</span>}
        </span>
      </span>
    </>
  )
}

export { Reasons } from './reasons'
export { RefusalPanel, RulingPanel } from './ruling-panel'
