import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { officerAccess } from '~/meetings/access.server'
import { attachDocument } from '~/meetings/prepare/attach-document.server'
import { DOCUMENT_LABELS, documentActForm, documentForm } from '~/meetings/prepare/document.form'
import { documentsPage } from '~/meetings/prepare/documents.query.server'
import { openDocument, removeDocument } from '~/meetings/prepare/open-document.server'
import { DocumentTable } from '~/meetings/prepare/ui/document-table'
import { meetingTitle } from '~/meetings/meeting-title'
import { poweredContext } from '~/offices/request.server'
import { ACCEPTED_FILES, ACCEPTED_HELP, readUpload } from '~/platform/documents.server'
import { formAction } from '~/platform/http/form-action.server'
import { documentUpload } from '~/platform/http/upload-form'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { CheckboxField, ErrorSummary, FileField, FormActions, SelectField, TextField, bind, faultsOf } from '~/ui/form'
import { EmptyState } from '~/ui/notice'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta = meetingTitle('Documents')

export const handle = { form: documentUpload }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  const meeting = await officerAccess(ctx, params.id)
  const point = new URL(request.url).searchParams.get('point') ?? ''
  return { ...(await documentsPage(ctx, meeting)), point, accept: ACCEPTED_FILES, help: ACCEPTED_HELP }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  const { id: meetingId } = await officerAccess(ctx, params.id)
  const form = await request.formData()
  const back = `/assemblees/${meetingId}/documents`
  if (form.has('intent'))
    return formAction(form, documentActForm, async ({ intent, documentId }) => {
      await (intent === 'open' ? openDocument : removeDocument)(ctx, { meetingId, documentId })
      throw redirect(back)
    })
  const file = form.get('file')
  form.delete('file')
  return formAction(form, documentForm, async (input) => {
    await attachDocument(ctx, { ...input, meetingId, file: await readUpload(file) })
    throw redirect(back)
  })
}

const KINDS = Object.entries(DOCUMENT_LABELS).map(([value, label]) => ({ value, label }))

export default function Documents() {
  const { lines, points, point, deadline, accept, help } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm({
    lastResult: reply?.lastResult,
    defaultValue: { title: '', kind: '', agendaItemId: point, open: '', file: '' },
  })
  return (
    <>
      <Section
        title="Documents de la réunion"
        wide
        margin={deadline ? <ArticleChip rule="15-b" reasons={deadline.reasons} /> : null}
      >
        {deadline ? <p className="max-w-measure">{deadline.sentence}</p> : null}
        {lines.length > 0 ? (
          <DocumentTable lines={lines} />
        ) : (
          <EmptyState title="Aucun document">
            Joignez ci-dessous ce que les membres doivent lire avant de voter.
          </EmptyState>
        )}
      </Section>
      <Section title="Joindre un document">
        <Form
          method="post"
          encType="multipart/form-data"
          key={lines.length}
          id={form.id}
          onSubmit={form.onSubmit}
          noValidate
          className="space-y-5"
        >
          {reply?.refusal && reply.refusal.reasons.length > 0 ? (
            <RefusalPanel refusal={reply.refusal} />
          ) : (
            <ErrorSummary faults={faultsOf(form, fields)} />
          )}
          <FileField {...bind(fields.file)} required accept={accept} label="Fichier" help={help} />
          <TextField
            {...bind(fields.title)}
            label="Titre"
            help="Tel que les membres le liront, par exemple : Comptes annuels 2026"
          />
          <SelectField {...bind(fields.kind)} label="Nature" choices={KINDS} empty="Choisissez la nature du document" />
          <SelectField
            {...bind(fields.agendaItemId)}
            optional
            label="Point de l’ordre du jour"
            choices={points}
            empty="Toute la réunion"
          />
          <CheckboxField
            {...bind(fields.open)}
            label="Ouvrir aux membres dès maintenant"
            help="La date d’ouverture est conservée ; un document ouvert ne se retire plus."
          />
          <FormActions>
            <SubmitButton pending="Envoi du fichier">Joindre ce document</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}
