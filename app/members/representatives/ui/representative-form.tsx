import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FormActions, RadioGroup, SelectField, TextField } from '~/ui/form'
import { CIVILITIES } from '../../identity/member.form'
import { CitationFields } from '../../register/ui/citation-fields'
import { citedRepresentative, representativeSchema } from '../representative.form'

const titles = [
  {
    value: 'LEGAL',
    label: 'Représentation légale',
    help: 'Directeur, président, gérant. La personne en place aujourd’hui le reste jusqu’à la veille.',
  },
  {
    value: 'SUBSTITUTE',
    label: 'Suppléance',
    help: 'Un membre du personnel, muni d’un mandat décisionnel écrit et daté.',
  },
]

type Props = {
  reply: FormReply | undefined
  hasLegal: boolean
  today: string
  /** one title alone: the legal representative of a body that holds an office is named by a reprise */
  only?: 'LEGAL' | 'SUBSTITUTE'
}

/** Names who speaks for a body. */
export function RepresentativeForm({ reply, hasLegal, today, only }: Props) {
  const cited = only === 'LEGAL'
  const schema = cited ? citedRepresentative : representativeSchema
  const [form, fields] = useForm<z.input<typeof citedRepresentative>, z.output<typeof representativeSchema>>({
    id: only === 'LEGAL' ? 'representant-legal' : 'representant',
    lastResult: reply?.lastResult,
    defaultValue: { kind: only ?? (hasLegal ? 'SUBSTITUTE' : 'LEGAL'), from: today },
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
      <input type="hidden" name="intent" value="add" />
      {cited ? <CitationFields fields={fields} /> : null}
      {only ? (
        <input type="hidden" name="kind" value={only} />
      ) : (
        <RadioGroup {...bind(fields.kind)} label="À quel titre" choices={titles} />
      )}
      <SelectField
        {...bind(fields.civility)}
        label="Civilité"
        optional
        empty="Non précisée"
        choices={CIVILITIES.map((value) => ({ value, label: value }))}
      />
      <TextField {...bind(fields.lastName)} label="Nom" required autoComplete="off" />
      <TextField {...bind(fields.firstName)} label="Prénom" required autoComplete="off" />
      <TextField
        {...bind(fields.quality)}
        label="Qualité"
        required
        help="Par exemple : directrice, président"
        autoComplete="off"
      />
      <TextField
        {...bind(fields.email)}
        type="email"
        label="Courriel"
        optional
        help="Pour se connecter et voter. Une adresse déjà connue sert aussi ici."
        autoComplete="off"
      />
      <TextField {...bind(fields.phone)} type="tel" label="Téléphone" optional width="medium" autoComplete="off" />
      <DateField {...bind(fields.bornOn)} label="Date de naissance" optional />
      <DateField {...bind(fields.from)} label="À partir du" required />
      {cited ? null : (
        <DateField
          {...bind(fields.mandateOn)}
          label="Date du mandat décisionnel"
          optional
          help="Pour une suppléance : le jour où le mandat est signé."
        />
      )}
      <FormActions>
        <SubmitButton name="submit" value="add" pending="Enregistrement en cours">
          {cited ? 'Proposer cette reprise' : 'Nommer ce représentant'}
        </SubmitButton>
      </FormActions>
    </Form>
  )
}
