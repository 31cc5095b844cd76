import { frenchDateTime, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import type { bankPage } from '../bank-page.query.server'

type Statements = Awaited<ReturnType<typeof bankPage>>['statements']

/** The last statements, what each brought, and the two things that can be done of one. */
export function StatementList({ statements }: { statements: Statements }) {
  return (
    <ul className="max-w-[52rem] space-y-2">
      {statements.map(({ id, fileName, form, importedAt, lines, undoneAt, refused }) => (
        <li key={id}>
          <span className="wrap-anywhere">{fileName}</span>
          {form ? ` (${form})` : ''}, importé le {frenchDateTime(importedAt)}&nbsp;:{' '}
          {undoneAt ? `annulé le ${frenchDateTime(undoneAt)}` : plural(lines, 'ligne nouvelle', 'lignes nouvelles')}.{' '}
          {refused > 0 ? (
            <TextLink to={`/cotisations/releves/refusees/${id}`} reload>
              {plural(refused, 'ligne refusée', 'lignes refusées')} (CSV)
              <span className="sr-only"> de {fileName}</span>
            </TextLink>
          ) : null}{' '}
          {undoneAt ? null : (
            <TextLink to={`/cotisations/releves/annuler/${id}`}>
              Annuler cet import<span className="sr-only"> : {fileName}</span>
            </TextLink>
          )}
        </li>
      ))}
    </ul>
  )
}
