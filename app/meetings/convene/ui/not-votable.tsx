import { ArticleChip } from '~/ui/article-chip'
import { Notice } from '~/ui/notice'
import type { NotVotable } from '../votable.server'

/** Which resolutions may be discussed, not voted, and why: told too late, or not as they are written. */
export function NotVotableNotice({ resolutions }: { resolutions: readonly NotVotable[] }) {
  if (resolutions.length === 0) return null
  const [first] = resolutions
  const title =
    resolutions.length === 1 && first
      ? `La résolution ${first.number} ne peut pas être votée`
      : `${resolutions.length} résolutions ne peuvent pas être votées`
  return (
    <Notice tone="warning" title={title}>
      <ul className="list-disc space-y-1 pl-6">
        {resolutions.map(({ number, title, reasons: [reason] }) => (
          <li key={number}>
            Résolution {number}&nbsp;: {title}. {reason?.sentence}{' '}
            {reason ? <ArticleChip rule={reason.rule} reason={reason} /> : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
