import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { meetingAccess } from '~/meetings/access.server'
import { minutesPage } from '~/minutes/minutes-page.query.server'
import { minutesAction } from '~/minutes/minutes-actions.server'
import { CorrectionSection } from '~/minutes/ui/correction-section'
import { DraftForm } from '~/minutes/ui/draft-form'
import { MinutesText } from '~/minutes/ui/minutes-text'
import { Signatures } from '~/minutes/ui/signatures'
import { meetingTitle } from '~/meetings/meeting-title'
import { signedInContext } from '~/offices/request.server'
import { SubmitButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { FormActions } from '~/ui/form'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { Unverified } from '~/ui/verify-act'

export const meta = meetingTitle('Procès-verbal')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  return { meetingId: meeting.id, page: await minutesPage(ctx, meeting.id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  const refused = await minutesAction(ctx, meeting.id, await request.formData())
  return refused ?? redirect(`/assemblees/${meeting.id}/pv`)
}

export default function MinutesRoute() {
  const { meetingId, page } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const here = `/assemblees/${meetingId}/pv`
  const refusal = reply && 'refusal' in reply ? reply.refusal : null
  if (reply && 'verify' in reply && reply.verify) return <Unverified verify={reply.verify} />
  return (
    <>
      {refusal ? <Notice tone="refusal" title={refusal.message} live="alert" /> : null}
      {page.stage === 'not-yet' ? (
        <Section>
          <EmptyState title="Le procès-verbal n’est pas encore là">
            Il s’écrit de lui-même pendant la séance et paraît ici une fois signé.
          </EmptyState>
        </Section>
      ) : null}
      {page.minutesId ? (
        <Section title={page.stage === 'signed' ? page.title : 'Signatures'}>
          {page.stage === 'signed' ? (
            <Notice tone="success" title={`Signé et inscrit au registre sous le n° ${page.number}`} />
          ) : null}
          <Signatures {...page} minutesId={page.minutesId} here={here} />
          <p className="flex flex-wrap gap-4">
            <ButtonLink to={`${here}.pdf`} tone="secondary" reload>
              {page.stage === 'signed' ? 'Télécharger le PDF' : 'Voir le PDF à signer'}
            </ButtonLink>
            {page.readsAttendance ? (
              <TextLink to={`/assemblees/${meetingId}/feuille-de-presence.pdf`} reload>
                Feuille de présence
              </TextLink>
            ) : null}
          </p>
          {page.stage === 'signing' && page.mayWrite ? (
            <Form method="post">
              <input type="hidden" name="intent" value="withdraw" />
              <input type="hidden" name="minutesId" value={page.minutesId} />
              <SubmitButton tone="quiet">Reprendre le texte en projet</SubmitButton>
            </Form>
          ) : null}
        </Section>
      ) : null}
      {page.draft && page.body ? (
        <>
          <Section title="Vos ajouts">
            <p className="max-w-measure text-muted">
              Les faits sont déjà écrits : convocation, présences, quorum, votes. Ajoutez ce qui s’est dit.
            </p>
            <DraftForm version={page.draft.version} content={page.draft.content} items={page.body.items} />
            {page.versions[0] ? (
              <p className="text-muted">{`Version ${page.versions[0].version}, enregistrée le ${page.versions[0].at}.`}</p>
            ) : null}
          </Section>
          <Section title="Proposer à la signature">
            <Form method="post">
              <input type="hidden" name="intent" value="fix" />
              {page.untold ? (
                <Notice tone="warning" title="Tous n’ont pas été prévenus à temps">
                  {page.untold} Le procès-verbal le dit. Si une lettre a été postée, notez-le d’abord sur la page de la
                  convocation.
                </Notice>
              ) : null}
              <FormActions consequence="Le texte est fixé tel qu’il se lit ci-dessous ; il pourra être repris tant que les deux signatures ne sont pas données.">
                <SubmitButton pending="En cours">Fixer le texte et le proposer à la signature</SubmitButton>
              </FormActions>
            </Form>
          </Section>
        </>
      ) : null}
      {page.body ? (
        <Section title={page.stage === 'draft' ? 'Le procès-verbal tel qu’il se lirait' : 'Texte'}>
          <MinutesText body={page.body} />
        </Section>
      ) : null}
      {page.stage === 'signed' ? <CorrectionSection page={page} meetingId={meetingId} here={here} /> : null}
    </>
  )
}
