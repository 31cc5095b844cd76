import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { bankPage } from '~/dues/bank/bank-page.query.server'
import { matchAddress, readMatchFilters } from '~/dues/bank/filters'
import { importStatement } from '~/dues/bank/import-statement.server'
import { MatchSearch } from '~/dues/bank/ui/match-search'
import { BankLines } from '~/dues/bank/ui/bank-lines'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { MoneyTabs } from '~/dues/payments/ui/money-tabs'
import { receiveUpload } from '~/members/import/receive-upload.server'
import { poweredContext } from '~/offices/request.server'
import { tableUpload } from '~/platform/http/upload-form'
import { Refusal } from '~/platform/refusal'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary, FileField, FormActions } from '~/ui/form'
import { frenchDateTime, plural } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Margin, Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Relevés bancaires' }]

export const handle = { form: tableUpload }

export async function loader({ request }: LoaderFunctionArgs) {
  return bankPage(await poweredContext(request, 'dues.manage'), readMatchFilters(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  try {
    const { added, known, debits } = await importStatement(ctx, await receiveUpload(request))
    return redirect(`/cotisations/releves?ajoutees=${added}&connues=${known}&debits=${debits}`)
  } catch (error) {
    if (error instanceof Refusal && error.status === 400) return data({ message: error.message }, { status: 400 })
    throw error
  }
}

const PATH = '/cotisations/releves'

export default function Statements() {
  const { lines, count, previousKey, nextKey, filters, sure, statements, ignored } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <Page
      title="Relevés bancaires"
      breadcrumb={[DUES_CRUMB]}
      lead="Importez le relevé de la banque : chaque virement est rapproché d’une cotisation par sa référence, sa somme et son nom. Rien n’est enregistré sans votre accord."
      actions={lines.length > 5 ? <ButtonLink to="#importer">Importer un relevé</ButtonLink> : null}
      aside={
        <Margin title="Ce qui est lu">
          <p>Le fichier CSV ou Excel que la banque fournit, tel quel&nbsp;: date, libellé, crédit ou montant.</p>
          <p>Les débits sont laissés de côté. Une ligne déjà importée ne l’est pas deux fois.</p>
        </Margin>
      }
    >
      <MoneyTabs />
      <ImportCounts />
      <Section
        title={count === 0 ? 'Lignes à rapprocher' : plural(count, 'ligne à rapprocher', 'lignes à rapprocher')}
        wide
      >
        {count > lines.length || filters.q ? (
          <MatchSearch path={PATH} filters={filters} label="Libellé ou montant" />
        ) : null}
        {count === 0 ? (
          filters.q ? (
            <EmptyState title="Aucune ligne ne correspond" />
          ) : (
            <EmptyState title="Rien n’attend">Les virements du prochain relevé apparaîtront ici.</EmptyState>
          )
        ) : (
          <>
            {sure > 1 ? (
              <p>
                <ButtonLink to={matchAddress('/cotisations/releves/accepter', filters)}>
                  Voir et accepter les {sure} sûres
                </ButtonLink>
              </p>
            ) : null}
            <BankLines lines={lines} />
            <Pagination
              previous={previousKey ? matchAddress(PATH, { q: filters.q, ligne: previousKey }) : null}
              next={nextKey ? matchAddress(PATH, { q: filters.q, ligne: nextKey }) : null}
              label="Pages des lignes"
            />
          </>
        )}
        {ignored > 0 ? (
          <p>
            <TextLink to="/cotisations/releves/de-cote">
              {plural(ignored, 'ligne mise', 'lignes mises')} de côté
            </TextLink>
          </p>
        ) : null}
      </Section>
      <Section title="Importer un relevé" id="importer">
        <Form method="post" encType="multipart/form-data" className="space-y-6">
          <ErrorSummary faults={fault ? [{ id: 'file', message: fault.message }] : []} />
          <FileField
            name="file"
            id="file"
            label="Fichier de la banque"
            required
            accept=".csv,.txt,.tsv,.xlsx,text/csv"
            help="CSV ou Excel (.xlsx)"
            errors={fault ? [fault.message] : undefined}
          />
          <FormActions consequence="Les crédits nouveaux s’ajoutent aux lignes à rapprocher. Aucun paiement n’est encore enregistré.">
            <SubmitButton pending="Lecture du relevé en cours">Importer ce relevé</SubmitButton>
          </FormActions>
        </Form>
        {statements.length > 0 ? (
          <>
            <h3 className="text-[1.125rem]">Derniers relevés</h3>
            <ul>
              {statements.map(({ id, fileName, importedAt, lines: added }) => (
                <li key={id}>
                  {fileName}, importé le {frenchDateTime(importedAt)} :{' '}
                  {plural(added, 'ligne nouvelle', 'lignes nouvelles')}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Section>
    </Page>
  )
}

/** What the import that led here brought. */
function ImportCounts() {
  const [search] = useSearchParams()
  const number = (name: string) => Number(search.get(name)) || 0
  if (!search.has('ajoutees')) return null
  return (
    <Section>
      <Notice tone="success" live="status" title={plural(number('ajoutees'), 'ligne ajoutée', 'lignes ajoutées')}>
        <p>
          {plural(number('connues'), 'ligne déjà connue', 'lignes déjà connues')},{' '}
          {plural(number('debits'), 'débit laissé', 'débits laissés')} de côté.
        </p>
      </Notice>
    </Section>
  )
}
