import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { ofName } from '~/statutes/french'
import { ofOrgan } from '~/statutes/organs'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, ErrorSummary, faultsOf, FormActions, SelectField } from '~/ui/form'
import { frenchDate } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import type { ApplicationSheet } from '../application-sheet.query.server'
import { DecideForm } from './decide-form'

type Props = { sheet: ApplicationSheet; reply: FormReply | undefined }

/** What may be done now: put it on an agenda, follow it there, take it back. */
export function ApplicationNext({ sheet, reply }: Props) {
  const { waiting, state, decidedOn, memberId, listing, admitting } = sheet
  if (!waiting)
    return (
      <p>
        {state === 'ACCEPTED'
          ? 'Admission décidée'
          : state === 'REFUSED'
            ? 'Candidature non retenue'
            : 'Candidature retirée'}
        {decidedOn ? ` le ${frenchDate(decidedOn)}` : ''}.{' '}
        {memberId ? <TextLink to={`/membres/${memberId}`}>Voir la fiche du membre</TextLink> : null}
      </p>
    )
  return (
    <>
      {reply?.refusal ? <RefusalPanel refusal={reply.refusal} /> : null}
      {listing ? (
        <p>
          À l’ordre du jour du {listing.name}, résolution {listing.number}.{' '}
          <TextLink to={`/assemblees/${listing.meetingId}/ordre-du-jour/${listing.itemId}`}>Voir le point</TextLink>
        </p>
      ) : admitting.organ === 'president' ? (
        <DecideForm sheet={sheet} reply={reply} />
      ) : (
        <ListingForm sheet={sheet} reply={reply} />
      )}
      {listing?.begun ? null : <Withdrawal />}
    </>
  )
}

function ListingForm({ sheet, reply }: Props) {
  const { meetings, mayList, label, admitting } = sheet
  const ofBody = ofOrgan(admitting.organ)
  const [form, fields] = useForm<{ meetingId: string }>({
    id: 'inscription',
    lastResult: reply?.lastResult,
    defaultValue: { meetingId: meetings[0]?.value ?? '' },
  })
  if (!mayList) return <p>L’inscription à l’ordre du jour revient à ceux qui préparent les réunions : prévenez-les.</p>
  if (meetings.length === 0)
    return (
      <>
        <p>Aucune réunion {ofBody} n’est en préparation. Créez la prochaine, puis revenez ici.</p>
        <ButtonLink to="/assemblees/nouvelle">Préparer une réunion {ofBody}</ButtonLink>
      </>
    )
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="space-y-5">
      {reply && !reply.refusal ? <ErrorSummary faults={faultsOf(form, fields)} /> : null}
      <input type="hidden" name="intent" value="list" />
      <SelectField {...bind(fields.meetingId)} label={`Réunion ${ofBody} en préparation`} choices={meetings} required />
      <FormActions
        consequence={`Une résolution « Admission ${ofName(label)} » s’ajoute à l’ordre du jour. Adoptée${admitting.unanimous ? ' à l’unanimité' : ''}, elle inscrit le membre et prépare le courriel qui le lui dit.`}
      >
        <SubmitButton pending="Inscription en cours">Inscrire à l’ordre du jour</SubmitButton>
      </FormActions>
    </Form>
  )
}

function Withdrawal() {
  return (
    <details className="max-w-measure border-t border-rule pt-3">
      <summary className="min-h-11 py-2 font-semibold text-accent">Le candidat retire sa demande</summary>
      <Form method="post" className="mt-2">
        <input type="hidden" name="intent" value="withdraw" />
        <FormActions
          consequence={
            <>
              À sa demande seulement. <Prepared to="cette personne, qui le confirme" /> Ses données sont effacées trois
              mois après.
            </>
          }
        >
          <SubmitButton tone="danger" pending="Retrait en cours">
            Retirer la candidature
          </SubmitButton>
        </FormActions>
      </Form>
    </details>
  )
}
