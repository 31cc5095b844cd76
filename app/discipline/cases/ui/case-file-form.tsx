import { type useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import type { Fact } from '~/statutes/exclusion'
import { RefusalPanel } from '~/ui/article-chip'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import {
  bind,
  DateField,
  ErrorSummary,
  faultsOf,
  FormActions,
  RadioGroup,
  rowsOf,
  SelectField,
  TextArea,
} from '~/ui/form'
import { TextLink } from '~/ui/link'
import { useActForm } from '~/ui/use-act-form'
import { CASE_KINDS } from '../case-file'
import { caseFileForm, caseForm } from '../case.form'

type Choices = { value: string; label: string }[]
type Props = { reply: FormReply | undefined; today: string; back: string }

const EMPTY: { on: string; text: string } = { on: '', text: '' }
/** Room for what is written, and for more: a page without script adds nothing. */
const rows = (facts: readonly Fact[]) => [...facts, ...Array<typeof EMPTY>(Math.max(1, 3 - facts.length)).fill(EMPTY)]

/** Opens a case: about whom, which facts, which rule. */
export function OpenCaseForm({ reply, today, back, members }: Props & { members: Choices }) {
  const [form, fields] = useActForm(caseForm, {
    lastResult: reply?.lastResult,
    defaultValue: { kind: 'EXCLUSION', facts: rows([]) },
  })
  const kinds = Object.entries(CASE_KINDS).map(([value, label]) => ({ value, label }))
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      {reply?.refusal?.reasons.length ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      <RadioGroup {...bind(fields.kind)} label="Objet de la procédure" choices={kinds} />
      <DateField
        {...bind(fields.until)}
        label="Pour une suspension : dernier jour"
        optional
        help="Elle commence le jour du vote ; tous les droits reviennent d’eux-mêmes le lendemain du dernier jour."
      />
      <SelectField {...bind(fields.memberId)} label="Membre concerné" empty="Choisissez un membre" choices={members} />
      <FactFields list={fields.facts} today={today} />
      <RuleField field={fields.ruleBroken} />
      <FormActions consequence="Le dossier est ouvert en préparation. Rien n’est envoyé : vous pourrez le relire et le corriger avant d’écrire la lettre.">
        <SubmitButton pending="Enregistrement en cours">Ouvrir le dossier</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </Form>
  )
}

/** Rewrites the file before the letter. */
export function CaseFileForm({ reply, today, back, facts, ruleBroken }: Props & { facts: Fact[]; ruleBroken: string }) {
  const [form, fields] = useActForm(caseFileForm, {
    lastResult: reply?.lastResult,
    defaultValue: { facts: rows(facts), ruleBroken },
  })
  return (
    <ActForm form={form} fields={fields} reply={reply}>
      <FactFields list={fields.facts} today={today} />
      <RuleField field={fields.ruleBroken} />
      <FormActions>
        <SubmitButton pending="Enregistrement en cours">Enregistrer</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}

type FileFields = ReturnType<typeof useForm<{ facts: { on?: string; text?: string }[]; ruleBroken: string }>>[1]

function FactFields({ list, today }: { list: FileFields['facts']; today: string }) {
  return (
    <fieldset id={list.id} className={`space-y-5 ${list.errors ? 'border-l-4 border-danger pl-3' : ''}`}>
      <legend className="mb-1 font-semibold">Faits</legend>
      <p className="max-w-measure text-[0.9375rem] text-muted">
        Un fait par ligne, à sa date : ce qui s’est produit, où, devant qui. Une appréciation seule, comme
        «&nbsp;comportement inacceptable&nbsp;», ne permet pas de se défendre. N’écrivez aucune donnée de santé.
      </p>
      {list.errors ? <p className="font-semibold text-danger">{list.errors.join(' ')}</p> : null}
      {rowsOf(list).map((fact, index) => {
        const { on, text } = fact.getFieldset()
        return (
          <div key={fact.key} className="space-y-3 border-t border-rule pt-3">
            <DateField {...bind(on)} label={`Fait ${index + 1} : date`} max={today} optional={index > 0} />
            <TextArea
              {...bind(text)}
              label={`Fait ${index + 1} : ce qui s’est produit`}
              rows={2}
              optional={index > 0}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

const RuleField = ({ field }: { field: FileFields['ruleBroken'] }) => (
  <TextArea
    {...bind(field)}
    label="Règle qui n’a pas été respectée"
    help="Par exemple : article 4 du règlement intérieur, qui demande de rendre les clés après usage."
    rows={2}
  />
)
