import { DefinitionList } from '~/ui/definition-list'
import { euros, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import type { StatementPreview } from '../statement-preview.query.server'

/** Where every row of the file ends, with the sums, and the balances that the bank gives. */
export function StatementCounts({ page }: { page: StatementPreview }) {
  const { totals, counts, balances, added, known } = page
  const { openingCents, closingCents } = balances
  return (
    <DefinitionList
      items={[
        { term: 'Format', value: page.form },
        ...(page.account ? [{ term: 'Compte', value: <span className="wrap-anywhere">{page.account}</span> }] : []),
        { term: 'Crédits', value: `${totals.credits}, ${euros(totals.creditCents)}` },
        { term: 'Débits', value: `${totals.debits}, ${euros(totals.debitCents)}, laissés de côté` },
        { term: 'Somme', value: euros(totals.sumCents) },
        ...(openingCents === null ? [] : [{ term: 'Solde d’ouverture', value: euros(openingCents) }]),
        ...(closingCents === null
          ? []
          : [{ term: 'Solde final', value: `${euros(closingCents)}${totals.gapCents === 0 ? ', vérifié' : ''}` }]),
        {
          term: 'À ajouter',
          value: `${plural(added, 'ligne nouvelle', 'lignes nouvelles')}, ${plural(known, 'déjà connue', 'déjà connues')}`,
        },
        {
          term: 'Lignes du fichier',
          value: `${plural(counts.read, 'lue')}, ${plural(counts.asked, 'en attente d’une réponse', 'en attente d’une réponse')}, ${plural(counts.refused, 'refusée')}, ${plural(counts.passed, 'passée')}`,
        },
      ]}
    />
  )
}

type RowsProps = Pick<StatementPreview, 'id' | 'refused' | 'passed' | 'counts'>

/** The rows that are not read, each with why. */
export function RowsNotRead({ id, refused, passed, counts }: RowsProps) {
  return (
    <>
      {refused.length > 0 ? (
        <div className="max-w-[52rem] space-y-2">
          <h3 className="text-[1.125rem]">{plural(counts.refused, 'ligne refusée', 'lignes refusées')}</h3>
          <p>
            Elles ne sont pas importées.{' '}
            <TextLink to={`/cotisations/releves/refusees/${id}`} reload>
              Les télécharger avec leur motif (CSV)
            </TextLink>
          </p>
          <ul className="list-disc pl-6">
            {refused.map(({ line, cells, why }) => (
              <li key={`${line}-${why}`} className="wrap-anywhere">
                Ligne {line}&nbsp;: {why} <span className="text-muted">{cells.filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {passed.length > 0 ? (
        <details className="max-w-[52rem]">
          <summary className="min-h-11 cursor-pointer py-2">
            {plural(passed.length, 'ligne qui n’est pas une opération', 'lignes qui ne sont pas des opérations')}
          </summary>
          <ul className="list-disc pl-6">
            {passed.map(({ line, text, why }) => (
              <li key={`${line}-${why}`} className="wrap-anywhere">
                Ligne {line}, {why}&nbsp;: <span className="text-muted">{text}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
