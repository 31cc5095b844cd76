import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { answerStatement, confirmStatement, dropStatement, openDraft } from '~/banking/statement-draft.server'
import { statementPreview } from '~/banking/statement-preview.query.server'
import { StatementColumns } from '~/banking/ui/statement-columns'
import { RowsNotRead, StatementCounts } from '~/banking/ui/statement-counts'
import { StatementOperations } from '~/banking/ui/statement-operations'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { poweredContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { refusalReply, refusedMessage } from '~/platform/http/refusal-reply.server'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary, FormActions, RadioGroup } from '~/ui/form'
import { plural } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Relevé à vérifier' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return orStatus(statementPreview(await poweredContext(request, 'dues.manage'), params.id))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const { intent, ...said } = Object.fromEntries(await request.formData())
  const { id } = await orStatus(openDraft(ctx.db, params.id))
  const answers = Object.fromEntries(Object.entries(said).flatMap(([key, value]) => (typeof value === 'string' && value !== '' ? [[key, value]] : []))) // prettier-ignore
  return refusalReply(async () => {
    if (intent === 'drop') {
      await dropStatement(ctx, id)
      return redirect('/cotisations/releves')
    }
    await answerStatement(ctx, id, answers)
    if (intent !== 'import') return redirect(`/cotisations/releves/import/${id}`)
    return redirect(`/cotisations/releves?importe=${await confirmStatement(ctx, id)}`)
  }, refusedMessage)
}

export default function StatementToCheck() {
  const page = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const { columns, questions, wanting, guessed, ready, added } = page
  const asks = columns.length > 0 || questions.length > 0
  return (
    <Page
      title="Vérifiez ce relevé"
      overline={page.fileName}
      breadcrumb={[DUES_CRUMB, { href: '/cotisations/releves', label: 'Relevés bancaires' }]}
      lead="Rien n’est encore enregistré. Voici comment ce fichier est lu."
    >
      <Section>
        <ErrorSummary faults={fault ? [{ message: fault.message }] : []} />
        {wanting.map((sentence) => (
          <Notice key={sentence} tone="warning" title="Une colonne n’est pas comprise">
            <p>{sentence}</p>
          </Notice>
        ))}
        {guessed && wanting.length === 0 ? (
          <Notice tone="warning" title="Les colonnes ont été devinées">
            <p>Ce fichier ne les nomme pas comme nous les connaissons. Relisez ci-dessous ce que dit chacune.</p>
          </Notice>
        ) : null}
        <StatementCounts page={page} />
      </Section>
      <Form method="post" key={JSON.stringify([questions, columns])} className="space-y-8">
        {questions.length > 0 ? (
          <Section title={plural(questions.length, 'question')}>
            {questions.map(({ id, question, choices, taken }) => (
              <RadioGroup
                key={id}
                id={id.replaceAll(':', '-')}
                name={id}
                label={question}
                choices={choices}
                defaultValue={taken ?? undefined}
              />
            ))}
          </Section>
        ) : null}
        {columns.length > 0 ? (
          <Section title="Colonnes">
            <StatementColumns columns={columns} />
          </Section>
        ) : null}
        {asks ? (
          <SubmitButton tone="secondary" name="intent" value="answer" pending="Lecture en cours">
            Relire avec ces réponses
          </SubmitButton>
        ) : null}
        <FormActions
          consequence={
            ready
              ? `${plural(added, 'crédit nouveau s’ajoutera', 'crédits nouveaux s’ajouteront')} aux lignes à rapprocher. Aucun paiement n’est encore enregistré.`
              : 'Répondez d’abord à ce qui est demandé ci-dessus.'
          }
        >
          <SubmitButton name="intent" value="import" pending="Import en cours">
            Importer ces crédits
          </SubmitButton>
          <SubmitButton tone="secondary" name="intent" value="drop" formNoValidate pending="Abandon">
            Abandonner ce fichier
          </SubmitButton>
        </FormActions>
      </Form>
      <Section title="Ce qui est lu" wide>
        <StatementOperations {...page} />
        <RowsNotRead {...page} />
      </Section>
    </Page>
  )
}
