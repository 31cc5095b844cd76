import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import { CitationFields } from '~/members/register/ui/citation-fields'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FileField, FormActions, SelectField } from '~/ui/form'
import type { InternalRulesPage } from '../internal-rules-page.query.server'
import { citedRulesForm, internalRulesForm, votedRulesForm } from '../internal-rules.form'

const SCHEMAS = { word: internalRulesForm, vote: votedRulesForm, reprise: citedRulesForm }
type Fields = z.input<typeof internalRulesForm> & z.input<typeof votedRulesForm> & z.input<typeof citedRulesForm>

type Recording = NonNullable<InternalRulesPage['recording']>
type Props = { reply: FormReply | undefined; today: string; recording: Pick<Recording, 'by' | 'votes'> }

/** A new version, once the Bureau has approved it: by its vote here, by a reprise, or freely while the association is installed. */
export function InternalRulesForm({ reply, today, recording: { by, votes } }: Props) {
  const [form, fields] = useForm<Fields, unknown>({
    lastResult: reply?.lastResult,
    defaultValue: { approvedOn: today, effectiveFrom: today },
    onValidate: ({ formData }) => parseWithZod<z.ZodType>(formData, { schema: SCHEMAS[by] }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
      className="space-y-6"
    >
      {reply?.refusal?.reasons.length ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      {by === 'reprise' ? <CitationFields fields={fields} /> : null}
      {by === 'vote' ? (
        <SelectField
          {...bind(fields.resolutionId)}
          label="Approuvé par"
          empty="Choisissez la résolution du Bureau"
          choices={votes.map(({ id, label }) => ({ value: id, label }))}
        />
      ) : null}
      <FileField
        name="file"
        id={`${form.id}-file`}
        errors={reply?.lastResult.error?.file ?? undefined}
        label="Règlement intérieur"
        required
        accept=".pdf"
        help="PDF, 15 Mo au plus"
      />
      {by === 'word' ? <DateField {...bind(fields.approvedOn)} label="Approuvé par le Bureau le" required /> : null}
      <DateField {...bind(fields.effectiveFrom)} label="En vigueur à partir du" required />
      <FormActions
        consequence={
          by === 'reprise'
            ? 'Rien n’est publié avant la seconde signature. La version est alors publique et ne se modifie plus.'
            : 'Cette version est publique et ne se modifie plus. Les demandes d’adhésion la font accepter dès qu’elle est en vigueur.'
        }
      >
        <SubmitButton pending="Enregistrement en cours">
          {by === 'reprise' ? 'Proposer cette reprise' : 'Publier cette version'}
        </SubmitButton>
      </FormActions>
    </Form>
  )
}
