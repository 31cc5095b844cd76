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
import type { Context } from '~/platform/context'
import { formAction } from '~/platform/http/form-action.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ArticleChip } from '~/ui/article-chip'
import { frenchDate, plural } from '~/ui/format'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'
import { Unverified } from '~/ui/verify-act'

export const meta = meetingTitle('Seconde session')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  if (meeting.state !== 'NO_QUORUM') throw data(null, { status: 404 })
  return { meetingId: meeting.id, after: await afterNoQuorum(ctx, meeting), called: await calledFrom(ctx, meeting.id) }
}

const calledFrom = async ({ db }: Pick<Context, 'db'>, meetingId: string) =>
  (await latestElectorate(db, meetingId)).filter(({ convened }) => convened).length

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  const form = await request.formData()
  return formAction(form, secondSessionForm, async (input) => {
    const { offer, second, mayConvene } = await afterNoQuorum(ctx, meeting)
    const inRange =
      offer.possible &&
      input.date >= offer.range.earliest &&
      (offer.range.latest === null || input.date <= offer.range.latest)
    const called = await calledFrom(ctx, meeting.id)
    const on = `${frenchDate(input.date, { weekday: true })} à ${input.time}`
    if (inRange && mayConvene && !second)
      demandVerified(form, {
        title: 'la convocation de la seconde session',
        facts: [
          `${plural(called, 'personne est convoquée', 'personnes sont convoquées')} pour le ${on}${input.place ? `, ${input.place}` : ''}${input.videoUrl ? `, par visioconférence (${input.videoUrl})` : ''}.`,
          'Même ordre du jour et mêmes textes que la première session ; les pouvoirs donnés pour elle ne valent plus.',
        ],
        act: `Convoquer pour le ${frenchDate(input.date)}`,
        pending: 'Convocation en cours',
        tone: 'primary',
        back: `/assemblees/${meeting.id}/seconde-session`,
        consequence:
          'Les convocations sont préparées aussitôt, au même texte que la première. Une convocation ne se reprend pas : on la corrige ou on l’annule.',
      })
    const { meetingId } = await conveneSecondSession(ctx, { ...input, failedMeetingId: meeting.id })
    return redirect(`/assemblees/${meetingId}/convocation`)
  })
}

export default function SecondSession() {
  const { meetingId, after, called } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const refused = reply && 'refusal' in reply ? reply : null
  if (refused?.verify) return <Unverified verify={refused.verify} />
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
