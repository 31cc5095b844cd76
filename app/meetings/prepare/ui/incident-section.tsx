import type { Body } from '~/generated/prisma/enums'
import type { FormReply } from '~/platform/http/form-action.server'
import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, ErrorSummary, faultsOf, RadioGroup, TextArea } from '~/ui/form'
import { Section } from '~/ui/page'
import { Timeline } from '~/ui/timeline'
import { AGENDA_RULE } from '../../meeting-words'

type Incident = { id: string; title: string; text: string; at: string; when: string }

const KINDS = [
  {
    value: 'off-agenda',
    label: 'Une question posée hors de l’ordre du jour',
    help: 'Elle est notée et reprise au procès-verbal ; aucun vote n’est possible.',
  },
  {
    value: 'revocation-off-agenda',
    label: 'Un incident de séance qui fait demander une révocation',
    help: 'Seule exception admise par les juges : la révocation peut être votée, mais le successeur n’est pas élu à cette séance s’il n’est pas à l’ordre du jour.',
  },
  { value: 'session', label: 'Un autre incident de séance' },
]

/** Questions raised off the agenda: why no vote is possible, and a line kept for the minutes. */
export function IncidentSection({
  incidents,
  reply,
  open,
  body,
}: {
  incidents: readonly Incident[]
  reply?: FormReply
  open: boolean
  body: Body
}) {
  const [form, fields] = useForm({
    id: 'incident',
    lastResult: reply?.lastResult,
    defaultValue: { kind: 'off-agenda', text: '' },
  })
  return (
    <Section
      title="Questions hors de l’ordre du jour et incidents"
      margin={
        <ArticleChip rule={AGENDA_RULE[body]}>Seules les questions de l’ordre du jour peuvent être votées.</ArticleChip>
      }
    >
      <p>
        Une question qui ne figure pas à l’ordre du jour peut être entendue, jamais votée : les absents n’ont pas pu s’y
        préparer ni donner pouvoir en connaissance de cause. « Questions diverses » n’y change rien.
      </p>
      {incidents.length > 0 ? (
        <Timeline
          label="Incidents notés"
          entries={incidents.map(({ id, when, at, title, text }) => ({
            key: id,
            when,
            dateTime: at,
            title,
            detail: text,
          }))}
        />
      ) : null}
      {open ? (
        <Form
          method="post"
          key={incidents.length}
          id={form.id}
          onSubmit={form.onSubmit}
          noValidate
          className="space-y-5"
          preventScrollReset
        >
          <ErrorSummary faults={faultsOf(form, fields)} />
          <RadioGroup {...bind(fields.kind)} label="Que faut-il noter ?" choices={KINDS} />
          <TextArea
            {...bind(fields.text)}
            label="Ce qui s’est passé"
            help="Qui, quoi, à quel moment ; le texte ne se modifie plus ensuite."
          />
          <SubmitButton tone="secondary" pending="Enregistrement en cours">
            Noter l’incident
          </SubmitButton>
        </Form>
      ) : null}
    </Section>
  )
}
