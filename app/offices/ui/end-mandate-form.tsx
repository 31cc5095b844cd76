import { useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { CitationFields } from '~/members/register/ui/citation-fields'
import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, FormActions, TextArea } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { citedEnd, endMandateForm } from '../delegation.form'

type Props = { mandateId: string; today: string; reply: FormReply | undefined; cited: boolean }

/** The last day in an office, and why. */
export function EndMandateForm({ mandateId, today, reply, cited }: Props) {
  const schema = cited ? citedEnd : endMandateForm
  const [form, fields] = useForm<z.input<typeof citedEnd>, z.output<typeof endMandateForm>>({
    lastResult: reply?.lastResult,
    constraint: getZodConstraint(schema),
    defaultValue: { mandateId, endedOn: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <ActForm form={form} fields={fields} reply={reply}>
      {cited ? <CitationFields fields={fields} /> : null}
      <input type="hidden" name={fields.mandateId.name} value={mandateId} />
      <DateField {...bind(fields.endedOn)} label="Dernier jour" help="Les pouvoirs cessent ce jour-là." />
      <TextArea {...bind(fields.reason)} label="Motif" help="Par exemple : démission reçue le 3 mai." rows={2} />
      <FormActions consequence="Les délégations que cette personne avait données prennent fin aussi. Cet enregistrement ne s’efface pas.">
        <SubmitButton tone="danger" pending="Enregistrement en cours">
          {cited ? 'Proposer cette reprise' : 'Mettre fin aux fonctions'}
        </SubmitButton>
        <TextLink to="/bureau">Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
