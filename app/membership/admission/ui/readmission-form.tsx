import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, FormActions, SelectField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { CitationFields } from '~/members/register/ui/citation-fields'
import { citedReadmission, readmissionSchema } from '../readmission.form'

type Props = { reply: FormReply | undefined; today: string; back: string; cited: boolean }

/** A member who left is admitted again. */
export function ReadmissionForm({
  reply,
  today,
  back,
  cited,
  categories,
}: Props & { categories: { value: string; label: string }[] }) {
  const schema = cited ? citedReadmission : readmissionSchema
  const [form, fields] = useForm<z.input<typeof citedReadmission>, z.output<typeof readmissionSchema>>({
    lastResult: reply?.lastResult,
    defaultValue: { on: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <ActForm form={form} fields={fields} reply={reply}>
      {cited ? <CitationFields fields={fields} /> : null}
      <SelectField {...bind(fields.category)} label="Catégorie" required empty="Choisissez" choices={categories} />
      <DateField {...bind(fields.on)} label="Admis de nouveau le" required help="Le jour de la décision." />
      <FormActions consequence="L’ancienneté repart de cette date. La cotisation de l’année est demandée.">
        <SubmitButton pending="Enregistrement en cours">
          {cited ? 'Proposer cette reprise' : 'Enregistrer le retour'}
        </SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
