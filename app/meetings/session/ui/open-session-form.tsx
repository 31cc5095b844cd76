import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { ArticleChip } from '~/ui/article-chip'
import { bind, ErrorSummary, faultsOf, FormActions, RadioGroup, SelectField, TextArea } from '~/ui/form'
import { list } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { RulingPanel } from '~/ui/ruling-panel'
import { openSessionForm, REPLACEMENT_CAUSES } from '../open-session.form'
import type { SessionPage } from '../session-page.query.server'

type OpenSessionFormProps = {
  opening: NonNullable<SessionPage['opening']>
  lastResult: SubmissionResult<string[]> | undefined
}

/** The first act of the evening: who presides, who writes, and the attendance opens. */
export function OpenSessionForm({ opening, lastResult }: OpenSessionFormProps) {
  const { secretaries, asksCause, told } = opening
  const [form, fields] = useForm({
    id: 'ouvrir',
    lastResult,
    defaultValue: { secretary: secretaries[0]?.accountId },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: openSessionForm }),
  })
  if (told.asks.demand === 'new-convocation') return <RulingPanel outcome="unlawful" reasons={[told.asks.reason]} />
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
      {told.asks.demand === 'acknowledgement' ? (
        <>
          <Notice tone="warning" title="Tous n’ont pas été prévenus à temps">
            <p>
              {told.asks.reason.sentence} <ArticleChip rule={told.asks.reason.rule} reason={told.asks.reason} />
            </p>
            <p>Ne l’ont pas été&nbsp;: {list(told.untold)}.</p>
          </Notice>
          <TextArea
            {...bind(fields.untoldReason)}
            label="Ouvrir malgré cela : le motif de la présidence"
            help="Votre nom, l’heure, la part des membres prévenus et ce motif sont inscrits au procès-verbal. Un membre pourrait demander l’annulation des décisions."
          />
        </>
      ) : null}
      <FormActions consequence="Les droits de vote sont arrêtés tels qu’ils sont maintenant, et les membres peuvent signer. La séance elle-même sera déclarée ouverte ensuite, une fois le quorum constaté.">
        <SubmitButton pending="Ouverture en cours">Ouvrir l’émargement</SubmitButton>
      </FormActions>
    </Form>
  )
}
