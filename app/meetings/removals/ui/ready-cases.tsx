import { Form } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import type { UnlistedRemoval } from '../draft.query.server'

/** Cases of removal that this meeting could hear: one press puts them on its agenda. */
export function ReadyCases({ cases }: { cases: readonly UnlistedRemoval[] }) {
  if (cases.length === 0) return null
  return (
    <Notice
      tone="turn"
      title={`${plural(cases.length, 'dossier de radiation prêt', 'dossiers de radiation prêts')} pour cette réunion`}
    >
      <p>
        Le délai de réponse est écoulé et la cotisation reste impayée{' '}
        <ArticleChip rule="6.4-b">La radiation est prononcée par l’organe que les statuts désignent.</ArticleChip>
      </p>
      <ul className="list-disc pl-5">
        {cases.map(({ id, label, opens }) => (
          <li key={id}>{opens ? <TextLink to={`/cotisations/dossiers/${id}`}>{label}</TextLink> : label}</li>
        ))}
      </ul>
      <Form method="post">
        <SubmitButton name="intent" value="list-removals" tone="secondary" pending="Inscription en cours">
          Inscrire à l’ordre du jour
        </SubmitButton>
      </Form>
    </Notice>
  )
}
