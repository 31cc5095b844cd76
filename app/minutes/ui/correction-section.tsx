import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { FormActions, TextArea } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import type { MinutesPage } from '../minutes-page.query.server'
import { Signatures } from './signatures'

/** Corrections: acts of their own, signed and numbered like the minutes, which stay as they are. */
export function CorrectionSection({ page, meetingId, here }: { page: MinutesPage; meetingId: string; here: string }) {
  return (
    <Section title="Rectifications">
      {page.corrections.length === 0 ? <p className="text-muted">Aucune rectification.</p> : null}
      {page.corrections.map((correction) => (
        <article key={correction.id} className="space-y-3 border-l-2 border-rule-strong pl-4">
          <h3>{correction.title}</h3>
          <p className="whitespace-pre-line font-serif">{correction.text}</p>
          {correction.state === 'SIGNING' ? (
            <Signatures
              minutesId={correction.id}
              title={correction.title}
              signatures={[]}
              missing={correction.missing}
              maySign={correction.maySign}
              here={here}
              untold={null}
            />
          ) : null}
          <TextLink to={`/assemblees/${meetingId}/pv.pdf?acte=${correction.id}`} reload>
            PDF de la rectification
          </TextLink>
        </article>
      ))}
      {page.mayWrite ? (
        <details>
          <summary className="cursor-pointer font-semibold">Rectifier ce procès-verbal</summary>
          <Form method="post" className="mt-4 space-y-4">
            <input type="hidden" name="intent" value="correct" />
            <input type="hidden" name="minutesId" value={page.minutesId ?? ''} />
            <TextArea
              name="text"
              label="Ce qui doit être lu à la place"
              required
              help="Par exemple : à la résolution 2, lire 1 250 € au lieu de 1 205 €."
            />
            <FormActions consequence="La rectification sera proposée aux mêmes signatures, puis inscrite à la suite du registre.">
              <SubmitButton tone="secondary">Proposer la rectification</SubmitButton>
            </FormActions>
          </Form>
        </details>
      ) : null}
    </Section>
  )
}
