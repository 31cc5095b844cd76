import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FormActions, SelectField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { readmissionSchema } from '../readmission.form'

type Props = { reply: FormReply | undefined; today: string; back: string }

/** A member who left is admitted again. */
export function ReadmissionForm({
  reply,
  today,
  back,
  categories,
}: Props & { categories: { value: string; label: string }[] }) {
  const [form, fields] = useForm<z.input<typeof readmissionSchema>, z.output<typeof readmissionSchema>>({
    lastResult: reply?.lastResult,
    defaultValue: { on: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: readmissionSchema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      {reply?.refusal ? <RefusalPanel refusal={reply.refusal} /> : <ErrorSummary faults={faultsOf(form, fields)} />}
      <SelectField {...bind(fields.category)} label="Catégorie" required empty="Choisissez" choices={categories} />
      <DateField {...bind(fields.on)} label="Admis de nouveau le" required help="Le jour de la décision." />
      <FormActions consequence="L’ancienneté repart de cette date. La cotisation de l’année est demandée.">
        <SubmitButton pending="Enregistrement en cours">Enregistrer le retour</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </Form>
  )
}
