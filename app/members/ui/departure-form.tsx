import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FormActions, RadioGroup, SelectField, TextArea } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { departureSchema, DEPARTURES, readmissionSchema } from '../departure.form'

type Props = { reply: FormReply | undefined; today: string; back: string }

/** The end of a membership that is a fact: a resignation, a death, a dissolution. */
export function DepartureForm({ reply, today, back, body }: Props & { body: boolean }) {
  const [form, fields] = useForm<z.input<typeof departureSchema>, z.output<typeof departureSchema>>({
    lastResult: reply?.lastResult,
    defaultValue: { kind: 'RESIGNED', on: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: departureSchema }),
    shouldRevalidate: 'onInput',
  })
  const other = body ? 'DISSOLVED' : 'DECEASED'
  const causes = (['RESIGNED', other] as const).map((value) => ({ value, label: DEPARTURES[value] }))
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      {reply?.refusal ? <RefusalPanel refusal={reply.refusal} /> : <ErrorSummary faults={faultsOf(form, fields)} />}
      <RadioGroup {...bind(fields.kind)} label="Ce qui met fin à l’adhésion" choices={causes} />
      <DateField
        {...bind(fields.on)}
        label="À compter du"
        required
        help="Le premier jour où la qualité de membre a cessé."
      />
      <TextArea
        {...bind(fields.reason)}
        label="Précision"
        optional
        rows={2}
        help="Par exemple : lettre recommandée reçue le 3 mai."
      />
      <FormActions consequence="La fiche reste au registre. Cet enregistrement ne s’efface pas.">
        <SubmitButton tone="danger" pending="Enregistrement en cours">
          Enregistrer le départ
        </SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </Form>
  )
}

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
      <FormActions consequence="L’ancienneté repart de cette date.">
        <SubmitButton pending="Enregistrement en cours">Enregistrer le retour</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </Form>
  )
}
