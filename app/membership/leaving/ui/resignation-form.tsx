import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, ConfirmByName, ErrorSummary, faultsOf, FormActions, TextArea } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { useActForm } from '~/ui/use-act-form'
import type { ResignationPage } from '../resignation-page.query.server'
import { resignationForm } from '../resignation.form'

/** The last word: a free message, the name, the button. */
export function ResignationForm({
  page,
  reply,
}: {
  page: Pick<ResignationPage, 'memberId' | 'label' | 'body'>
  reply: FormReply | undefined
}) {
  const [form, fields] = useActForm(resignationForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      {reply?.refusal?.reasons.length ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      <input type="hidden" name="memberId" value={page.memberId} />
      <TextArea {...bind(fields.text)} label="Un mot pour l’association" optional rows={3} />
      <ConfirmByName {...bind(fields.confirmation)} expected={page.label} />
      <FormActions
        consequence={`${page.body ? page.label : 'Vous'} ${page.body ? 'n’est' : 'n’êtes'} plus membre dès l’envoi.`}
      >
        <SubmitButton tone="danger" pending="Enregistrement en cours">
          Démissionner
        </SubmitButton>
        <TextLink to="/compte">Revenir sans démissionner</TextLink>
      </FormActions>
    </Form>
  )
}
