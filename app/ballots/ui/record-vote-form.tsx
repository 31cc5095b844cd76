import { byName } from '~/statutes/french'
import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { bind, ErrorSummary, faultsOf, RadioGroup, SelectField } from '~/ui/form'
import type { OpenBallotView } from '../ballots-page.query.server'
import { CHOICE_WORDS, CHOICES, FORM_CHOICES } from '../choices'
import { recordVoteSchema } from '../record-vote.form'

type RecordVoteFormProps = { ballot: OpenBallotView; lastResult: SubmissionResult<string[]> | undefined }

/** For who has no phone: the chair writes the vote said aloud. */
export function RecordVoteForm({ ballot, lastResult }: RecordVoteFormProps) {
  const { view, people } = ballot
  const left = people.filter(({ voted }) => !voted)
  const [form, fields] = useForm({
    id: `dire-${view.id}`,
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: recordVoteSchema }),
  })
  if (left.length === 0) return null
  return (
    <details className="max-w-measure border-y border-rule" open={lastResult !== undefined || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">Noter le vote d’un membre sans téléphone</summary>
      <Form method="post" {...getFormProps(form)} className="space-y-4 pb-4">
        <ErrorSummary faults={faultsOf(form, fields)} />
        <input type="hidden" name="act" value="record" />
        <input type="hidden" name="resolutionId" value={view.id} />
        <SelectField
          {...bind(fields.memberId)}
          label="Membre"
          help="Il dit son vote à voix haute ; jusqu’à la clôture, il peut encore le changer sur un téléphone."
          empty="Choisir"
          choices={left.map(({ memberId, label, holder }) => ({
            value: memberId,
            label: holder ? `${label} (${byName(holder)})` : label,
          }))}
        />
        <RadioGroup
          {...bind(fields.choice)}
          label="Son vote"
          choices={CHOICES.map((choice) => ({ value: FORM_CHOICES[choice], label: CHOICE_WORDS[choice] }))}
        />
        <SubmitButton tone="secondary">Noter ce vote</SubmitButton>
      </Form>
    </details>
  )
}
