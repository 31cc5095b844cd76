import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, CheckboxField, DateField, FormActions } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { useActForm } from '~/ui/use-act-form'
import { receivedWithdrawalForm, withdrawalForm } from '../appeal.form'

type Props = { reply: FormReply | undefined; back: string }

/** The excluded person withdraws his appeal, for good. */
export function WithdrawalForm({ reply, back }: Props) {
  const [form, fields] = useActForm(withdrawalForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <ActForm form={form} fields={fields} intent="withdraw" reply={reply}>
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
    </ActForm>
  )
}

/** A withdrawal that came by letter, recorded by whoever keeps the file. */
export function ReceivedWithdrawalForm({ reply, back, min, today }: Props & { min: string; today: string }) {
  const [form, fields] = useActForm(receivedWithdrawalForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <ActForm form={form} fields={fields} intent="record" reply={reply}>
      <DateField
        {...bind(fields.on)}
        label="Jour de réception"
        help="Le jour où la lettre de retrait, signée de la personne exclue, est arrivée. Gardez cette lettre."
        min={min}
        max={today}
      />
      <FormActions consequence="L’assemblée ne votera pas et l’exclusion demeure. La confirmation est préparée pour la personne exclue : un courriel ou, sans adresse électronique, une lettre recommandée à poster. Un retrait enregistré ne se reprend pas.">
        <SubmitButton tone="danger" pending="Enregistrement en cours">
          Enregistrer le retrait
        </SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
