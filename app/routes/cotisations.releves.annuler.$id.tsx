import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { statementToUndo } from '~/dues/matching/bank-page.query.server'
import { undoStatement } from '~/banking/undo-statement.server'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { poweredContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { refusalReply, refusedMessage } from '~/platform/http/refusal-reply.server'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary, FormActions } from '~/ui/form'
import { frenchDateTime, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Annuler un import' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return orStatus(statementToUndo(await poweredContext(request, 'dues.manage'), params.id))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const { id } = await orStatus(statementToUndo(ctx, params.id))
  return refusalReply(async () => {
    await undoStatement(ctx, id)
    return redirect('/cotisations/releves')
  }, refusedMessage)
}

export default function UndoStatement() {
  const { fileName, importedAt, lines, shared } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <Page
      title="Annuler cet import"
      overline={fileName}
      breadcrumb={[DUES_CRUMB, { href: '/cotisations/releves', label: 'Relevés bancaires' }]}
      lead={`Ce relevé a été importé le ${frenchDateTime(importedAt)}. Le fichier pourra être importé à nouveau.`}
    >
      <Section>
        <ErrorSummary faults={fault ? [{ message: fault.message }] : []} />
        <Form method="post">
          <FormActions
            consequence={`${plural(lines - shared, 'ligne sera retirée', 'lignes seront retirées')}, celles mises de côté comprises. ${shared > 0 ? `${plural(shared, 'ligne reste', 'lignes restent')} : un autre relevé les contient.` : ''}`}
          >
            <SubmitButton pending="Annulation en cours">Annuler l’import</SubmitButton>
            <TextLink to="/cotisations/releves">Garder ce relevé</TextLink>
          </FormActions>
        </Form>
      </Section>
    </Page>
  )
}
