import type { FormReply } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { frenchDate, frenchDateTime } from '~/ui/format'
import { Section } from '~/ui/page'
import { CASE_RULES } from '../case-file'
import type { CasePage } from '../case-page.query.server'
import { ExplanationForm } from './decision-form'

/** What the member may do, in plain words, and his answer; nothing more once the decision is taken. */
export function ConcernedSection({ page, reply }: { page: CasePage; reply: FormReply | undefined }) {
  if (page.decision) return null
  const { hearing, earliest, organWords, defenceDays, answersTo } = page
  return (
    <Section
      title="Vos droits"
      margin={<ArticleChip rule={CASE_RULES[page.kind]}>Vous êtes d’abord mis en mesure de vous défendre</ArticleChip>}
    >
      <ul className="max-w-measure list-disc space-y-1 pl-5">
        <li>Aucune décision n’est prise. Elle le sera par {organWords}, avec ses motifs écrits.</li>
        <li>
          {earliest
            ? `Votre délai de défense court : aucune décision avant le ${frenchDate(earliest)}.`
            : `Vous avez ${defenceDays} jours pleins pour vous défendre, comptés de la première présentation de la lettre recommandée.`}
        </li>
        {hearing && hearing.notes === null ? (
          <li>{`Votre audition est fixée au ${frenchDateTime(hearing.at, { weekday: true })}, ${hearing.place}.`}</li>
        ) : null}
        <li>Vous pouvez vous faire assister par la personne de votre choix.</li>
        <li>Vous pouvez répondre par écrit, ici ou par lettre adressée {answersTo}.</li>
      </ul>
      {page.defence.depositedOn ? (
        // a new answer begins empty
        <ExplanationForm key={page.explanations.length} reply={reply} />
      ) : (
        <p>La lettre n’est pas encore postée : vous pourrez répondre ici dès qu’elle le sera.</p>
      )}
    </Section>
  )
}
