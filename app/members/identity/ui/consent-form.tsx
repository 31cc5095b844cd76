import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, FormActions, RadioGroup, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { CONSENT_LABELS, consentSchema } from '../consent.form'

const subjects = [
  { value: 'CONVOCATION', label: CONSENT_LABELS.CONVOCATION, help: 'Sans cet accord, la convocation part par lettre.' },
  {
    value: 'REGISTERED_LETTER',
    label: CONSENT_LABELS.REGISTERED_LETTER,
    help: 'Sans cet accord, le recommandé part par la poste.',
  },
]
const answers = [
  { value: 'oui', label: 'Accord donné' },
  { value: 'non', label: 'Accord retiré ou refusé' },
]

/** What a member answered, and what shows it. */
export function ConsentForm({ reply, today, back }: { reply: FormReply | undefined; today: string; back: string }) {
  const [form, fields] = useForm<z.input<typeof consentSchema>, z.output<typeof consentSchema>>({
    lastResult: reply?.lastResult,
    defaultValue: { kind: 'CONVOCATION', given: 'oui', on: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: consentSchema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <ActForm form={form} fields={fields}>
      <RadioGroup {...bind(fields.kind)} label="Sur quoi porte la réponse" choices={subjects} />
      <RadioGroup {...bind(fields.given)} label="Réponse" choices={answers} />
      <DateField {...bind(fields.on)} label="Donnée le" required />
      <TextField
        {...bind(fields.source)}
        label="Ce qui le montre"
        required
        help="Par exemple : bulletin d’adhésion signé, courriel du 14 mars"
      />
      <FormActions consequence="La réponse s’ajoute aux précédentes ; rien n’est effacé.">
        <SubmitButton pending="Enregistrement en cours">Enregistrer la réponse</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
