import { useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { CitationFields } from '~/members/register/ui/citation-fields'
import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, CheckboxField, DateField, FormActions, SelectField, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import type { Choices } from '../choices.query.server'
import { citedMandate, mandateForm } from '../delegation.form'

type Props = { offices: Choices; members: Choices; reply: FormReply | undefined; cited: boolean }

/** Who holds which office, from when, by which decision. */
export function MandateForm({ offices, members, reply, cited }: Props) {
  const schema = cited ? citedMandate : mandateForm
  const [form, fields] = useForm<z.input<typeof citedMandate>, z.output<typeof mandateForm>>({
    lastResult: reply?.lastResult,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <ActForm form={form} fields={fields} reply={reply}>
      {cited ? <CitationFields fields={fields} /> : null}
      <SelectField {...bind(fields.office)} label="Fonction" empty="Choisissez une fonction" choices={offices} />
      <SelectField
        {...bind(fields.memberId)}
        label="Membre"
        help="Une structure siège par son représentant légal."
        empty="Choisissez un membre"
        choices={members}
      />
      {cited ? null : (
        <TextField {...bind(fields.source)} label="Décision" help="Par exemple : AGO du 12 juin 2026, résolution 6" />
      )}
      <DateField {...bind(fields.from)} label="Mandat à partir du" />
      <DateField
        {...bind(fields.termEnd)}
        label="Jusqu’au"
        optional
        help="Sans date, la durée est celle des statuts."
      />
      <CheckboxField {...bind(fields.endPrevious)} label="Cette personne succède à celle qui tenait cette fonction" />
      <FormActions
        consequence={
          cited ? (
            <>
              <Prepared to="chacun des autres membres du Bureau" /> Le mandat est enregistré à la seconde signature.
            </>
          ) : undefined
        }
      >
        <SubmitButton pending="Enregistrement en cours">
          {cited ? 'Proposer cette reprise' : 'Enregistrer le mandat'}
        </SubmitButton>
        <TextLink to="/bureau">Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
