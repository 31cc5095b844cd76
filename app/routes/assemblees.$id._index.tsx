import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { meetingAccess, officerAccess } from '~/meetings/access.server'
import { ConvenedAgenda } from '~/meetings/answer/ui/convened-agenda'
import { MemberCard } from '~/meetings/answer/ui/member-card'
import { incidentForm } from '~/meetings/incident.form'
import { recordIncident } from '~/meetings/incidents.server'
import { meetingPage } from '~/meetings/meeting-page.query.server'
import { AgendaList } from '~/meetings/agenda/ui/agenda-list'
import { DemandList } from '~/meetings/prepare/ui/demand-list'
import { IncidentSection } from '~/meetings/prepare/ui/incident-section'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ButtonLink } from '~/ui/link'
import { EmptyState } from '~/ui/notice'
import { Section } from '~/ui/page'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  return meetingPage(ctx, await meetingAccess(ctx, params.id))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { id } = await officerAccess(ctx, params.id)
  return formAction(await request.formData(), incidentForm, async (input) => {
    await recordIncident(ctx, { meetingId: id, ...input })
    throw redirect(`/assemblees/${id}`)
  })
}

export default function MeetingPage() {
  const {
    id,
    state,
    officer,
    desk,
    mayConvene,
    mayPrepare,
    demands,
    agenda,
    cards,
    documents,
    convened,
    withdrawn,
    videoUrl,
    incidents,
    body,
  } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const blocked = demands.some(
    ({ state, grade, key }) => state !== 'done' && grade === 'blocking' && key !== 'notice' && key !== 'correction',
  )
  return (
    <>
      {cards.length > 0 ? (
        <Section>
          {cards.map((card) => (
            <MemberCard key={card.memberId} meetingId={id} card={card} state={state} alone={cards.length === 1} />
          ))}
          {videoUrl ? (
            <p>
              Visioconférence&nbsp;: <a href={videoUrl}>{videoUrl}</a>
            </p>
          ) : null}
        </Section>
      ) : null}
      {demands.length > 0 ? (
        <Section title="Ce que les statuts demandent" wide>
          <DemandList demands={demands} />
          <div className="flex flex-wrap gap-3">
            {state === 'DRAFT' && mayConvene ? (
              <ButtonLink to={`/assemblees/${id}/convocation`} tone={blocked ? 'secondary' : 'primary'}>
                Vérifier et convoquer
              </ButtonLink>
            ) : null}
            {mayPrepare ? (
              <>
                <ButtonLink to={`/assemblees/${id}/ordre-du-jour`} tone="secondary">
                  Ordre du jour
                </ButtonLink>
                <ButtonLink to={`/assemblees/${id}/documents`} tone="secondary">
                  Documents
                </ButtonLink>
                <ButtonLink to={`/assemblees/${id}/modifier`} tone="secondary">
                  Date et lieu
                </ButtonLink>
              </>
            ) : null}
          </div>
        </Section>
      ) : null}
      <Section title="Ordre du jour">
        {agenda ? (
          <AgendaList meetingId={id} items={agenda.items} editable={false} />
        ) : (
          <ConvenedAgenda agenda={convened} withdrawn={withdrawn} />
        )}
        {agenda?.items.length === 0 ? <EmptyState title="L’ordre du jour reste à écrire" /> : null}
      </Section>
      {documents.length > 0 ? (
        <Section title="Documents">
          <ul className="list-disc pl-6">
            {documents.map((document) => (
              <li key={document.id}>
                <a href={`/documents/${document.id}`}>{document.title}</a>
                {document.late ? <span className="text-muted">, {document.late}</span> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {officer && (desk || incidents.length > 0) ? (
        <IncidentSection incidents={incidents} reply={reply} open={desk} body={body} />
      ) : null}
    </>
  )
}
