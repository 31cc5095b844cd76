import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { castFormSchema } from '~/ballots/cast-votes.form'
import { castVotes } from '~/ballots/cast-votes.server'
import { ResultView } from '~/ballots/result-view'
import { Ballot } from '~/ballots/ui/ballot'
import { BallotNews } from '~/ballots/ui/ballot-news'
import { Ended } from '~/ballots/ui/ended'
import { MyReceipts } from '~/ballots/ui/my-receipts'
import { NextBallot, OtherBallots } from '~/ballots/ui/other-ballots'
import { useCast } from '~/ballots/ui/use-cast'
import { useFresh } from '~/ballots/ui/use-fresh'
import { useShownBallot } from '~/ballots/ui/use-shown-ballot'
import { VerifyChoice } from '~/ballots/ui/verify-choice'
import { RemoteVoting, Voiceless, Waiting } from '~/ballots/ui/waiting'
import { unconfirmedChoice } from '~/ballots/unconfirmed-choice.server'
import { votePage } from '~/ballots/vote-page.query.server'
import type { VoteResult } from '~/ballots/vote-result'
import { meetingAccess } from '~/meetings/access.server'
import { meetingName } from '~/meetings/meeting-words'
import { LiveState } from '~/meetings/session/ui/live-state'
import { useLive } from '~/meetings/session/use-live'
import { openContext, signedInContext } from '~/offices/request.server'
import { refusalReply } from '~/platform/http/refusal-reply.server'
import { sessionHash } from '~/platform/session.server'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Voter – ${data.name}` : 'Voter' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  const asked = new URL(request.url).searchParams.get('resolution')
  const page = await votePage(ctx, meeting, asked)
  const known = page.facts.some(({ id, state }) => id === asked && state !== 'PENDING')
  return { meetingId: meeting.id, name: meetingName(meeting), page, asked: known ? asked : null }
}

/** The form sent without JavaScript; the page's own presses go to the same command by the fast route. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const submission = parseWithZod(form, { schema: castFormSchema })
  if (submission.status !== 'success')
    return data({ results: [], failure: 'Choisissez pour, contre, blanc ou abstention.' }, { status: 400 })
  const { resolutionId, member, choice } = submission.value
  const { db, now, actor } = await openContext(request)
  // whose session has ended is sent by the page to sign in, and comes back to it
  if (!actor) throw redirect(new URL(request.url).pathname)
  const unconfirmed = await unconfirmedChoice(db, form, submission.value)
  if (unconfirmed) return unconfirmed
  const votes = member.map((memberId) => ({ memberId, choice }))
  return refusalReply(
    async () => {
      const ctx = { db, now, sessionHash: sessionHash(request.headers.get('cookie')) }
      const input = { meetingId: params.id ?? '', resolutionId, votes, confirmed: true }
      const results: VoteResult[] = await castVotes(ctx, input)
      const refused = results.find((result) => result.outcome === 'refused')
      return data({ results, failure: refused?.message ?? null }, { status: refused ? 409 : 200 })
    },
    ({ message }) => ({ results: [], failure: message }),
  )
}

export default function Vote() {
  const { meetingId, name, page, asked } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { cast, ...state } = useFresh(useCast(meetingId), page)
  const connected = useLive(meetingId, page.lastEvent)
  const shownId = useShownBallot(page.ballots, asked)
  const shown = page.facts.find(({ id }) => id === shownId)
  const ballot = page.ballots.find(({ resolutionId }) => resolutionId === shownId)
  const verify = reply && 'verify' in reply ? reply.verify : null
  const unconfirmed = verify && page.ballots.find(({ resolutionId }) => resolutionId === verify.shown.resolutionId)
  const others = page.ballots.filter((each) => each !== ballot)
  return (
    <Page
      title={shown ? `Résolution ${shown.number} : ${shown.title}` : 'Voter'}
      breadcrumb={[{ href: `/assemblees/${meetingId}`, label: name }]}
    >
      <BallotNews facts={page.facts} state={page.state} word={state.word} />
      <LiveState connected={connected} />
      {reply && 'failure' in reply && reply.failure ? (
        <Section>
          <Notice tone="refusal" live="alert" title="Vote non compté">
            {reply.failure}
          </Notice>
        </Section>
      ) : null}
      {verify && unconfirmed ? (
        <VerifyChoice meetingId={meetingId} verify={verify} ballot={unconfirmed} />
      ) : (
        <Section>
          {ballot ? (
            <Ballot key={ballot.resolutionId} ballot={ballot} state={state} cast={cast} />
          ) : shown ? (
            <Ended key={shown.id} meetingId={meetingId} fact={shown} last={page.last} />
          ) : null}
          {!ballot && others[0] ? <NextBallot ballot={others[0]} /> : null}
          {page.ballots.length === 0 ? <Waiting page={page} meetingId={meetingId} /> : null}
          {ballot && page.state === 'OPEN' ? <Voiceless page={page} meetingId={meetingId} /> : null}
        </Section>
      )}
      {ballot ? <OtherBallots ballots={others} /> : null}
      {!shown && page.last ? (
        <Section title={`Résultat de la résolution ${page.last.view.number} : ${page.last.view.title}`}>
          <ResultView view={page.last.view} />
          {page.last.mine ? <MyReceipts mine={page.last.mine} /> : null}
        </Section>
      ) : null}
      {ballot && !ballot.online ? null : (
        <Section title="Voter à distance">
          <RemoteVoting remote={page.remote} />
        </Section>
      )}
    </Page>
  )
}
