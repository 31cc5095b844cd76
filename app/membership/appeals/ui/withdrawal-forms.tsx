import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, CheckboxField, DateField, ErrorSummary, faultsOf, FormActions } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { receivedWithdrawalForm, withdrawalForm } from '../appeal.form'

type Props = { reply: FormReply | undefined; back: string }

/** The excluded person withdraws his appeal, for good. */
export function WithdrawalForm({ reply, back }: Props) {
  const [form, fields] = useForm({
    lastResult: reply?.lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: withdrawalForm }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      <input type="hidden" name="intent" value="withdraw" />
      {reply?.refusal ? <RefusalPanel refusal={reply.refusal} /> : <ErrorSummary faults={faultsOf(form, fields)} />}
      <CheckboxField
        {...bind(fields.confirm)}
        label="Je retire mon recours et je renonce à ce que l’assemblée décide à nouveau de mon exclusion."
      />
      <FormActions consequence="L’assemblée ne votera pas et l’exclusion demeure. Le retrait est définitif : vous ne pourrez pas former un nouveau recours contre cette exclusion.">
        <SubmitButton tone="danger" pending="Retrait en cours">
          Retirer mon recours
        </SubmitButton>
        <TextLink to={back}>Garder mon recours</TextLink>
      </FormActions>
    </Form>
  )
}

/** A withdrawal that came by letter, recorded by who keeps the file. */
export function ReceivedWithdrawalForm({ reply, back, min, today }: Props & { min: string; today: string }) {
  const [form, fields] = useForm({
    lastResult: reply?.lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: receivedWithdrawalForm }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      <input type="hidden" name="intent" value="record" />
      {reply?.refusal ? <RefusalPanel refusal={reply.refusal} /> : <ErrorSummary faults={faultsOf(form, fields)} />}
      <DateField
        {...bind(fields.on)}
        label="Jour de réception"
        help="Le jour où la lettre de retrait, signée de la personne exclue, est arrivée. Gardez cette lettre."
        min={min}
        max={today}
      />
      <FormActions consequence="L’assemblée ne votera pas et l’exclusion demeure. La personne exclue en reçoit la confirmation par courriel, ou par une lettre recommandée à poster si elle n’a pas d’adresse électronique. Un retrait enregistré ne se reprend pas.">
        <SubmitButton tone="danger" pending="Enregistrement en cours">
          Enregistrer le retrait
        </SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </Form>
  )
}
