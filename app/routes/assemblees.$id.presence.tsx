import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { meetingAccess } from '~/meetings/access.server'
import { presenceAction } from '~/meetings/session/presence-actions.server'
import { presencePage } from '~/meetings/session/presence.query.server'
import { GoneNotice, OwnPresence } from '~/meetings/session/ui/own-presence'
import { useLive } from '~/meetings/session/use-live'
import { meetingTitle } from '~/meetings/meeting-title'
import { signedInContext } from '~/offices/request.server'
import { Notice } from '~/ui/notice'
import { RefusalPanel } from '~/ui/ruling-panel'
import { Section } from '~/ui/page'

export const meta = meetingTitle('Ma présence')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting, members } = await meetingAccess(ctx, params.id)
  if (members.length === 0) throw data(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const roomCode = query.get('salle')
  return {
    meetingId: meeting.id,
    state: meeting.state,
    page: await presencePage(ctx, meeting, members),
    roomCode: roomCode && /^\d{6}$/.test(roomCode) ? roomCode : null,
    arrived: query.get('arrive'),
    left: query.get('parti'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  return presenceAction(ctx, meeting.id, await request.formData())
}

export default function Presence() {
  const { meetingId, state, page, roomCode, arrived, left } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const refused = reply && 'refusal' in reply ? reply : null
  const { memberships } = page
  useLive(meetingId, page.lastEvent)
  return (
    <>
      {refused ? (
        <Section>
          <RefusalPanel refusal={refused.refusal} />
        </Section>
      ) : null}
      {memberships.some(({ memberId, present }) => memberId === left && !present) && state === 'OPEN' ? (
        <Section>
          <Notice tone="info" live="status">
            <GoneNotice meetingId={meetingId} />
          </Notice>
        </Section>
      ) : null}
      {memberships.map((membership) => (
        <OwnPresence
          key={membership.memberId}
          meetingId={meetingId}
          state={state}
          membership={membership}
          named={memberships.length > 1}
          video={page.video}
          videoUrl={page.videoUrl}
          roomCode={roomCode}
          justArrived={membership.memberId === arrived}
          lastResult={
            refused?.lastResult.initialValue?.memberId === membership.memberId ? refused.lastResult : undefined
          }
        />
      ))}
    </>
  )
}
