import type { Reason } from '~/statutes/ruling'
import { articleHref, articleOf, figureRows } from './figures'

/** Figures as rows, of phrasing content only so that they may stand inside a paragraph. */
export function FiguresInline({ figures }: { figures: Reason['figures'] }) {
  const rows = figureRows(figures)
  if (rows.length === 0) return null
  return (
    <span role="table" aria-label="Chiffres" className="mt-2 block border-t border-rule tabular-nums">
      {rows.map((row) => (
        <span role="row" key={row.label} className="flex justify-between gap-4 border-b border-rule py-1">
          <span role="rowheader" className="text-muted">
            {row.label}
          </span>
          <span role="cell" className="text-right font-semibold">
            {row.value}
          </span>
        </span>
      ))}
    </span>
  )
}

/** The reasons of a ruling: article, sentence, figures. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null
  return (
    <ul className="space-y-3">
      {reasons.map((reason) => (
        <li key={reason.rule + reason.sentence} className="max-w-measure">
          <p>
            <span className="font-serif text-[1.0625rem]">{reason.sentence}</span>{' '}
            <a href={articleHref(reason.rule)} className="whitespace-nowrap">
              art.&nbsp;{articleOf(reason.rule)}
            </a>
          </p>
          <span className="block max-w-sm text-[0.9375rem]">
            <FiguresInline figures={reason.figures} />
          </span>
        </li>
      ))}
    </ul>
  )
}
