import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useState } from 'react'
import { SubmitButton } from '~/ui/button'
import { bind, CheckboxField, ErrorSummary, faultsOf, FormActions, RadioGroup, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { SignaturePad } from '~/ui/signature-pad'
import { useHydrated } from '~/ui/use-hydrated'
import { deskArrivalForm, OTHER } from '../arrival.form'

type DeskMember = {
  memberId: string
  label: string
  legalPerson: boolean
  representatives: { id: string; words: string; mayAct: boolean }[]
}

/** One person at the door: who came for a legal person, then the signature. */
export function ArrivalForm({
  member,
  lastResult,
  back,
}: {
  member: DeskMember
  lastResult: SubmissionResult<string[]> | undefined
  back: string
}) {
  const [form, fields] = useForm({
    id: `arrivee-${member.memberId}`,
    lastResult,
    defaultValue: { representative: member.representatives.find(({ mayAct }) => mayAct)?.id },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: deskArrivalForm }),
  })
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-6">
      <ErrorSummary faults={faultsOf(form, fields)} />
      <input type="hidden" name="act" value="arrive" />
      <input type="hidden" name="memberId" value={member.memberId} />
      {member.legalPerson ? (
        <WhoCame
          member={member}
          representative={bind(fields.representative)}
          otherName={bind(fields.otherName)}
          otherQuality={bind(fields.otherQuality)}
          mandateShown={bind(fields.mandateShown)}
        />
      ) : null}
      <SignaturePad
        name="signature"
        typedName={fields.typedName.name}
        errors={fields.typedName.errors}
        signer={member.legalPerson ? 'la personne présente' : member.label}
      />
      <FormActions>
        <SubmitButton pending="Enregistrement">Valider l’arrivée</SubmitButton>
        <TextLink to={back}>Revenir à la liste</TextLink>
      </FormActions>
    </Form>
  )
}

type Bound = ReturnType<typeof bind>

/** 6.2-d: the legal representative, or a substitute with a written mandate. */
function WhoCame({
  member,
  representative,
  otherName,
  otherQuality,
  mandateShown,
}: {
  member: DeskMember
  representative: Bound
  otherName: Bound
  otherQuality: Bound
  mandateShown: Bound
}) {
  const hydrated = useHydrated()
  const [chosen, setChosen] = useState(representative.defaultValue)
  const known = member.representatives.map(({ id, words, mayAct }) => ({ value: id, label: words, disabled: !mayAct }))
  return (
    <div
      className="space-y-4"
      onChange={(event) =>
        event.target instanceof HTMLInputElement &&
        event.target.name === representative.name &&
        setChosen(event.target.value)
      }
    >
      <RadioGroup
        {...representative}
        label={`Qui représente ${member.label} ?`}
        choices={[...known, { value: OTHER, label: 'Une autre personne de cette structure, avec un mandat écrit' }]}
      />
      {!hydrated || chosen === OTHER || otherName.errors ? (
        <div className="space-y-4 border-l-2 border-rule-strong pl-4">
          <TextField {...otherName} label="Prénom et nom" />
          <TextField {...otherQuality} label="Fonction" help="Par exemple « cheffe de service »." />
          <CheckboxField
            {...mandateShown}
            label="Le mandat écrit a été présenté ; il est gardé avec la feuille de présence."
          />
        </div>
      ) : null}
    </div>
  )
}
