import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, SelectField } from '~/ui/form'
import { secretaryForm } from '../open-session.form'
import type { SecretaryChoice } from '../secretaries.server'

type SecretaryFormProps = { choices: SecretaryChoice[]; lastResult: SubmissionResult<string[]> | undefined }

/** Another secretary of the session, when the one chosen is not there or cannot sign. */
export function SecretaryForm({ choices, lastResult }: SecretaryFormProps) {
  const [form, fields] = useForm({
    id: 'secretariat',
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: secretaryForm }),
  })
  return (
    <details className="max-w-measure">
      <summary className="min-h-11 cursor-pointer py-2 text-accent underline underline-offset-4">
        Changer le secrétariat de séance
      </summary>
      <Form method="post" {...getFormProps(form)} className="space-y-4 pt-2">
        <input type="hidden" name="act" value="secretary" />
        <SelectField
          {...bind(fields.secretary)}
          label="Secrétariat de séance"
          choices={choices.map(({ accountId, name, detail }) => ({
            value: accountId,
            label: detail ? `${name} — ${detail}` : name,
          }))}
        />
        <FormActions consequence="Cette personne rédige le procès-verbal et le signe avec la présidence. Le changement est noté dans les faits de séance.">
          <SubmitButton pending="Changement en cours">Changer le secrétariat</SubmitButton>
        </FormActions>
      </Form>
    </details>
  )
}
