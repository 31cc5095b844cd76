import { useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FormActions, RadioGroup, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import type { Choices } from '../choices.query.server'
import { CitationFields } from '~/members/register/ui/citation-fields'
import { citedReplacement, replacementForm } from '../delegation.form'

const CAUSE_CHOICES = [
  {
    value: 'absence',
    label: 'Empêchement',
    help: 'Le Président reste en fonction et pourra mettre fin au remplacement.',
  },
  {
    value: 'resignation',
    label: 'Démission',
    help: 'Le mandat du Président prend fin le jour où le remplacement commence.',
  },
  { value: 'death', label: 'Décès', help: 'Le mandat du Président prend fin le jour où le remplacement commence.' },
]

type Props = { people: Choices; today: string; reply?: FormReply; cited: boolean }

/** Which vice-president, for what cause, from when. */
export function ReplacementForm({ people, today, reply, cited }: Props) {
  const schema = cited ? citedReplacement : replacementForm
  const [form, fields] = useForm<z.input<typeof citedReplacement>, z.output<typeof replacementForm>>({
    lastResult: reply?.lastResult,
    constraint: getZodConstraint(schema),
    defaultValue: { startsOn: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      {reply?.refusal?.reasons.length ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      {cited ? <CitationFields fields={fields} /> : null}
      <RadioGroup {...bind(fields.mandateId)} label="Vice-président qui remplace" choices={people} />
      <RadioGroup {...bind(fields.cause)} label="Cause" choices={CAUSE_CHOICES} />
      <TextField
        {...bind(fields.details)}
        label="Précision"
        optional
        help="Par exemple : congé du 3 au 28 mai. N’écrivez rien sur la santé de la personne."
      />
      <DateField {...bind(fields.startsOn)} label="À partir du" />
      <DateField {...bind(fields.endsOn)} label="Jusqu’au" optional />
      <FormActions consequence="Le vice-président choisi aura tous les pouvoirs du Président, jusqu’à son retour ou jusqu’à l’élection d’un autre.">
        <SubmitButton pending="Enregistrement en cours">
          {cited ? 'Proposer cette reprise' : 'Enregistrer le remplacement'}
        </SubmitButton>
        <TextLink to="/bureau">Annuler</TextLink>
      </FormActions>
    </Form>
  )
}
