import { ArticleChip } from '~/ui/article-chip'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import { Timeline } from '~/ui/timeline'
import type { HistoryLine } from '../member-history.query.server'

/** A member's life, the latest first, each line with the paper that proves it. */
export function HistorySection({ history }: { history: HistoryLine[] }) {
  return (
    <Section
      title="Historique"
      margin={
        <>
          <ArticleChip rule="6.2-a">Admission des membres actifs</ArticleChip>
          <ArticleChip rule="6.4-a">Fin de la qualité de membre</ArticleChip>
        </>
      }
    >
      <Timeline
        label="Historique de l’adhésion"
        entries={history.map(({ key, on, title, detail, links }) => ({
          key,
          when: frenchDate(on),
          dateTime: on,
          title,
          detail:
            detail || links.length > 0 ? (
              <span className="flex flex-wrap gap-x-3">
                {detail ? <span>{detail}</span> : null}
                {links.map(({ to, label, file }) => (
                  <TextLink key={to} to={to} reload={file}>
                    {label}
                  </TextLink>
                ))}
              </span>
            ) : null,
        }))}
      />
    </Section>
  )
}
