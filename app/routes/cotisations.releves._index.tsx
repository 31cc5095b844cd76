import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { bankPage } from '~/dues/matching/bank-page.query.server'
import { matchAddress, readMatchFilters } from '~/dues/matching/filters'
import { startStatement } from '~/banking/statement-draft.server'
import { MatchSearch } from '~/dues/matching/ui/match-search'
import { StatementList } from '~/dues/matching/ui/statement-list'
import { BankLines } from '~/dues/matching/ui/bank-lines'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { MoneyTabs } from '~/dues/payments/ui/money-tabs'
import { receiveUpload } from '~/members/import/receive-upload.server'
import { poweredContext } from '~/offices/request.server'
import { refusalReply, refusedMessage } from '~/platform/http/refusal-reply.server'
import { tableUpload } from '~/platform/http/upload-form'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary, FileField, FormActions } from '~/ui/form'
import { plural } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Margin, Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Relevés bancaires' }]

export const handle = { form: tableUpload }

export async function loader({ request }: LoaderFunctionArgs) {
  const imported = new URL(request.url).searchParams.get('importe')
  return bankPage(await poweredContext(request, 'dues.manage'), readMatchFilters(request), imported)
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return refusalReply(async () => {
    return redirect(`/cotisations/releves/import/${await startStatement(ctx, await receiveUpload(request))}`)
  }, refusedMessage)
}

const PATH = '/cotisations/releves'

export default function Statements() {
  const { lines, count, previousKey, nextKey, filters, sure, statements, ignored, imported } =
    useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <Page
      title="Relevés bancaires"
      breadcrumb={[DUES_CRUMB]}
      lead="Importez le relevé de la banque : chaque virement est rapproché d’une cotisation par sa référence, sa somme et son nom. Rien n’est enregistré sans votre accord."
      actions={lines.length > 5 ? <ButtonLink to="#importer">Importer un relevé</ButtonLink> : null}
      aside={
        <Margin title="Ce qui est lu">
          <p>Le relevé que la banque fournit, tel quel&nbsp;: CSV, Excel, LibreOffice, OFX ou CAMT.053.</p>
          <p>
            Vous voyez comment il est lu avant tout enregistrement. Les débits sont laissés de côté. Une ligne déjà
            importée ne l’est pas deux fois, même dans un autre format.
          </p>
        </Margin>
      }
    >
      <MoneyTabs />
      {imported ? <ImportCounts summary={imported} /> : null}
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
            accept=".csv,.txt,.tsv,.xlsx,.ods,.ofx,.qfx,.xml,text/csv"
            help="CSV, Excel (.xlsx), LibreOffice (.ods), OFX ou CAMT.053"
            errors={fault ? [fault.message] : undefined}
          />
          <FormActions consequence="Vous verrez comment il est lu. Rien n’est encore enregistré.">
            <SubmitButton pending="Lecture du relevé en cours">Lire ce relevé</SubmitButton>
          </FormActions>
        </Form>
        {statements.length > 0 ? (
          <>
            <h3 className="text-[1.125rem]">Derniers relevés</h3>
            <StatementList statements={statements} />
          </>
        ) : null}
      </Section>
    </Page>
  )
}

type Imported = NonNullable<Awaited<ReturnType<typeof bankPage>>['imported']>

/** What the import that led here brought. */
function ImportCounts({ summary }: { summary: Imported }) {
  const { id, added, known, debits, refused, passed } = summary
  return (
    <Section>
      <Notice tone="success" live="status" title={plural(added, 'ligne ajoutée', 'lignes ajoutées')}>
        <p>
          {plural(known, 'ligne déjà connue', 'lignes déjà connues')},{' '}
          {plural(debits, 'débit laissé', 'débits laissés')} de côté, {plural(passed, 'ligne passée', 'lignes passées')}
          .
        </p>
        {refused > 0 ? (
          <p>
            {plural(refused, 'ligne refusée', 'lignes refusées')}&nbsp;:{' '}
            <TextLink to={`/cotisations/releves/refusees/${id}`} reload>
              les télécharger avec leur motif (CSV)
            </TextLink>
          </p>
        ) : null}
      </Notice>
    </Section>
  )
}
