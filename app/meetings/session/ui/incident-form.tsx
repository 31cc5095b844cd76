import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, ErrorSummary, faultsOf, RadioGroup, TextArea } from '~/ui/form'
import { Timeline } from '~/ui/timeline'
import { INCIDENT_CHOICES, incidentForm } from '../incident.form'
import type { SessionPage } from '../session-page.query.server'

type IncidentsProps = {
  incidents: SessionPage['incidents']
  mayWrite: boolean
  lastResult: SubmissionResult<string[]> | undefined
}

/** What happened beside the agenda, with its hour: it goes into the minutes as it stands here. */
export function Incidents({ incidents, mayWrite, lastResult }: IncidentsProps) {
  return (
    <>
      {incidents.length > 0 ? (
        <Timeline
          label="Faits notés"
          entries={incidents.map(({ id, at, text, rule }) => ({
            key: id,
            when: at,
            title: (
              <>
                {text} {rule ? <ArticleChip rule={rule} /> : null}
              </>
            ),
          }))}
        />
      ) : null}
      {mayWrite ? (
        <details open={lastResult !== undefined || undefined}>
          <summary className="font-semibold">Noter un fait</summary>
          <div className="mt-4">
            <IncidentForm key={incidents.length} lastResult={lastResult} />
          </div>
        </details>
      ) : incidents.length === 0 ? (
        <p className="text-muted">Rien n’a été noté.</p>
      ) : null}
    </>
  )
}

function IncidentForm({ lastResult }: Pick<IncidentsProps, 'lastResult'>) {
  const [form, fields] = useForm({
    id: 'incident',
    lastResult,
    defaultValue: { kind: 'session' },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: incidentForm }),
  })
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-5">
      <ErrorSummary faults={faultsOf(form, fields)} />
      <input type="hidden" name="act" value="incident" />
      <RadioGroup {...bind(fields.kind)} label="De quoi s’agit-il ?" choices={INCIDENT_CHOICES} />
      <TextArea
        {...bind(fields.text)}
        label="Ce qui s’est passé"
        help="L’heure est notée d’elle-même. Une fois enregistré, ce texte ne change plus."
      />
      <SubmitButton tone="secondary" pending="Enregistrement">
        Enregistrer
      </SubmitButton>
    </Form>
  )
}
