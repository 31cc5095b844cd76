import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officerAccess } from '~/meetings/access.server'
import { NotVotableNotice } from '~/meetings/convene/ui/not-votable'
import { latestElectorate } from '~/meetings/electorate.server'
import { conveneSecondSession } from '~/meetings/session/convene-second-session.server'
import { secondSessionForm } from '~/meetings/session/second-session.form'
import { afterNoQuorum } from '~/meetings/session/session-page.query.server'
import { NoQuorumNext } from '~/meetings/session/ui/no-quorum-next'
import { SecondSessionForm } from '~/meetings/session/ui/second-session-form'
import { meetingTitle } from '~/meetings/meeting-title'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta = meetingTitle('Seconde session')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  if (meeting.state !== 'NO_QUORUM') throw data(null, { status: 404 })
  const called = (await latestElectorate(ctx.db, meeting.id)).filter(({ convened }) => convened).length
  return { meetingId: meeting.id, after: await afterNoQuorum(ctx, meeting), called }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  return formAction(await request.formData(), secondSessionForm, async (input) => {
    const { meetingId } = await conveneSecondSession(ctx, { ...input, failedMeetingId: meeting.id })
    return redirect(`/assemblees/${meetingId}/convocation`)
  })
}

export default function SecondSession() {
  const { meetingId, after, called } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const refused = reply && 'refusal' in reply ? reply : null
  return (
    <Section title="Seconde session" margin={<ArticleChip rule="13.2-e" />}>
      {refused ? <RefusalPanel refusal={refused.refusal} /> : null}
      {after.offer.possible && !after.second && after.mayConvene ? (
        <>
          <NotVotableNotice resolutions={after.leftOut} />
          <SecondSessionForm
            back={`/assemblees/${meetingId}/seance`}
            range={after.offer.range}
            known={after}
            called={called}
            lastResult={refused?.lastResult}
          />
        </>
      ) : (
        <NoQuorumNext meetingId={meetingId} after={after} />
      )}
    </Section>
  )
}
