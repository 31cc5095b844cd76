import { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, CheckboxField, DateField, ErrorSummary, faultsOf, FormActions, SelectField, TextArea } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { useActForm } from '~/ui/use-act-form'
import type { Choices } from '../choices.query.server'
import { delegationForm } from '../delegation.form'

type DelegationFormProps = { people: Choices; powers: Choices; today: string; reply?: FormReply }

/** To whom, which powers, why, from when to when. */
export function DelegationForm({ people, powers, today, reply }: DelegationFormProps) {
  const [form, fields] = useActForm(delegationForm, {
    lastResult: reply?.lastResult,
    constraint: getZodConstraint(delegationForm),
    defaultValue: { startsOn: today },
  })
  const initial: unknown = fields.powers.initialValue
  const ticked = Array.isArray(initial) ? initial : [initial]
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      {reply?.refusal?.reasons.length ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      <SelectField {...bind(fields.toAccountId)} label="À qui" empty="Choisissez une personne" choices={people} />
      <fieldset
        id={fields.powers.id}
        aria-describedby={fields.powers.errors ? fields.powers.errorId : undefined}
        className={fields.powers.errors ? 'border-l-4 border-danger pl-3' : undefined}
      >
        <legend className="mb-1 font-semibold">Pouvoirs délégués</legend>
        {fields.powers.errors ? (
          <p id={fields.powers.errorId} className="mb-1.5 font-semibold text-danger">
            <span className="sr-only">Erreur&nbsp;: </span>
            {fields.powers.errors.join(' ')}
          </p>
        ) : null}
        {powers.map(({ value, label }) => (
          <CheckboxField
            key={value}
            id={`${fields.powers.id}-${value}`}
            name={fields.powers.name}
            value={value}
            label={label}
            defaultChecked={ticked.includes(value)}
          />
        ))}
      </fieldset>
      <TextArea
        {...bind(fields.reason)}
        label="Motif"
        help="Par exemple : préparation des assemblées de l’année."
        rows={2}
      />
      <DateField {...bind(fields.startsOn)} label="À partir du" />
      <DateField
        {...bind(fields.endsOn)}
        label="Jusqu’au"
        optional
        help="Sans date, elle court jusqu’à ce que vous y mettiez fin."
      />
      <FormActions consequence="La délégation est écrite et datée dans le registre des délégations, ouvert à tous les membres. Vous en restez coresponsable, et pouvez y mettre fin à tout moment.">
        <SubmitButton pending="Enregistrement en cours">Donner la délégation</SubmitButton>
        <TextLink to="/bureau">Annuler</TextLink>
      </FormActions>
    </Form>
  )
}
