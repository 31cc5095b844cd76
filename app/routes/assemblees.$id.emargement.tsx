import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { meetingAccess } from '~/meetings/access.server'
import { arrivalNotes } from '~/meetings/session/arrival-notes.server'
import { deskAction } from '~/meetings/session/desk-actions.server'
import { deskMember, deskPage, memberByCode } from '~/meetings/session/desk.query.server'
import { keepsDesk } from '~/meetings/session/rights.server'
import { DeskList } from '~/meetings/session/ui/desk-list'
import { DeskMember } from '~/meetings/session/ui/desk-member'
import { ArrivalNotice } from '~/meetings/session/ui/arrival-notes'
import { LiveState } from '~/meetings/session/ui/live-state'
import { QuorumPanel } from '~/meetings/session/ui/quorum-panel'
import { useLive } from '~/meetings/session/use-live'
import { meetingTitle } from '~/meetings/meeting-title'
import { signedInContext } from '~/offices/request.server'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta = meetingTitle('Émargement')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  if (!keepsDesk(ctx.actor, meeting)) throw data(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const code = query.get('code')
  const scanned = code ? await memberByCode(ctx, meeting.id, code) : null
  if (scanned) throw redirect(`/assemblees/${meeting.id}/emargement?membre=${scanned}#signer`)
  const page = await deskPage(ctx, meeting)
  const lineOf = (memberId: string | null) => page.lines.find((line) => line.memberId === memberId && line.attends)
  const chosen = lineOf(query.get('membre'))
  const done = lineOf(query.get('fait'))
  return {
    meetingId: meeting.id,
    state: meeting.state,
    unknownCode: code !== null,
    page,
    chosen: chosen && {
      line: chosen,
      member: await deskMember(ctx, chosen.memberId),
      notes: await arrivalNotes(ctx.db, meeting.id, chosen.memberId),
    },
    done: done && {
      label: done.label,
      present: done.present,
      hours: done.hours,
      notes: await arrivalNotes(ctx.db, meeting.id, done.memberId),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  return deskAction(ctx, meeting.id, await request.formData())
}

export default function Desk() {
  const { meetingId, state, unknownCode, page, chosen, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const connected = useLive(meetingId, page.lastEvent)
  const here = `/assemblees/${meetingId}/emargement`
  if (state === 'DRAFT' || state === 'CONVENED')
    return (
      <Section>
        <EmptyState
          title="L’émargement n’est pas encore ouvert"
          action={<ButtonLink to={`/assemblees/${meetingId}/seance`}>Aller à la séance</ButtonLink>}
        >
          La personne qui préside l’ouvre le jour de la réunion, depuis la page de la séance.
        </EmptyState>
      </Section>
    )
  return (
    <>
      <Section>
        {reply && 'refusal' in reply ? <RefusalPanel refusal={reply.refusal} /> : null}
        {unknownCode ? (
          <Notice tone="warning" title="Ce code n’est pas celui d’un membre appelé à cette réunion">
            Cherchez la personne par son nom.
          </Notice>
        ) : null}
        {done?.present ? <ArrivalNotice label={done.label} notes={done.notes} /> : null}
        {done && !done.present ? (
          <Notice tone="info" live="status" title={`${done.label} : ${done.hours ?? 'départ noté'}`} />
        ) : null}
        <QuorumPanel quorum={page.quorum} categories={page.categories} />
        <LiveState connected={connected} />
      </Section>
      {chosen?.member && state === 'OPEN' ? (
        <DeskMember
          line={chosen.line}
          member={chosen.member}
          represents={chosen.notes.represents}
          lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
          back={here}
        />
      ) : (
        <Section title="Feuille de présence">
          <DeskList lines={page.lines} />
        </Section>
      )}
    </>
  )
}
