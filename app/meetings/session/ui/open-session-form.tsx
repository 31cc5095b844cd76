import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { bind, ErrorSummary, faultsOf, FormActions, RadioGroup, SelectField } from '~/ui/form'
import { openSessionForm, REPLACEMENT_CAUSES } from '../open-session.form'
import type { SessionPage } from '../session-page.query.server'

type OpenSessionFormProps = {
  opening: NonNullable<SessionPage['opening']>
  lastResult: SubmissionResult<string[]> | undefined
}

/** The first act of the evening: who presides, who writes, and the attendance opens. */
export function OpenSessionForm({ opening, lastResult }: OpenSessionFormProps) {
  const { secretaries, asksCause } = opening
  const [form, fields] = useForm({
    id: 'ouvrir',
    lastResult,
    defaultValue: { secretary: secretaries[0]?.accountId },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: openSessionForm }),
  })
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-6">
      <ErrorSummary faults={faultsOf(form, fields)} />
      <input type="hidden" name="act" value="open" />
      {asksCause ? (
        <RadioGroup
          {...bind(fields.cause)}
          label="Vous présidez à la place du Président, parce que"
          choices={Object.entries(REPLACEMENT_CAUSES).map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      <SelectField
        {...bind(fields.secretary)}
        label="Secrétariat de séance"
        help="Cette personne rédige le procès-verbal et le signe avec vous."
        choices={secretaries.map(({ accountId, name, detail }) => ({
          value: accountId,
          label: detail ? `${name} — ${detail}` : name,
        }))}
      />
      <FormActions consequence="Les droits de vote sont arrêtés tels qu’ils sont maintenant, et les membres peuvent signer. La séance elle-même sera déclarée ouverte ensuite, une fois le quorum constaté.">
        <SubmitButton pending="Ouverture en cours">Ouvrir l’émargement</SubmitButton>
      </FormActions>
    </Form>
  )
}
