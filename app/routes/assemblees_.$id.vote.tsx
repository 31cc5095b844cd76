import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { castFormSchema } from '~/ballots/cast-votes.form'
import { castVotes } from '~/ballots/cast-votes.server'
import { ResultView } from '~/ballots/result-view'
import { Ballot } from '~/ballots/ui/ballot'
import { MyReceipts } from '~/ballots/ui/my-receipts'
import { useCast } from '~/ballots/ui/use-cast'
import { RemoteVoting, SignIn, Waiting } from '~/ballots/ui/waiting'
import { votePage } from '~/ballots/vote-page.query.server'
import type { VoteResult } from '~/ballots/vote-result'
import { meetingAccess } from '~/meetings/access.server'
import { meetingName } from '~/meetings/meeting-words'
import { LiveState } from '~/meetings/session/ui/live-state'
import { useLive } from '~/meetings/session/use-live'
import { openContext, signedInContext } from '~/offices/request.server'
import { Refusal } from '~/platform/refusal'
import { sessionHash } from '~/platform/session.server'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Voter – ${data.name}` : 'Voter' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  return { meetingId: meeting.id, name: meetingName(meeting), page: await votePage(ctx, meeting) }
}

/** The form sent without JavaScript; the page's own presses go to the same command by the fast route. */
export async function action({ request, params }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: castFormSchema })
  if (submission.status !== 'success')
    return data({ results: [], failure: 'Choisissez pour, contre, blanc ou abstention.' }, { status: 400 })
  const { resolutionId, member, choice } = submission.value
  const { db, now } = await openContext(request)
  const votes = member.map((memberId) => ({ memberId, choice }))
  try {
    const ctx = { db, now, sessionHash: sessionHash(request.headers.get('cookie')) }
    const results: VoteResult[] = await castVotes(ctx, { meetingId: params.id ?? '', resolutionId, votes })
    const refused = results.find((result) => result.outcome === 'refused')
    return data({ results, failure: refused?.message ?? null }, { status: refused ? 409 : 200 })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data({ results: [], failure: error.message }, { status: error.status })
  }
}

export default function Vote() {
  const { meetingId, name, page } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { cast, ...state } = useCast(meetingId)
  const connected = useLive(meetingId, page.lastEvent)
  const [first, ...others] = page.ballots
  const voiceless = page.ballots.every(({ voters }) => voters.length === 0)
  return (
    <Page
      title={first ? `Résolution ${first.number} : ${first.title}` : 'Voter'}
      breadcrumb={[{ href: `/assemblees/${meetingId}`, label: name }]}
    >
      <LiveState connected={connected} />
      {reply?.failure ? (
        <Section>
          <Notice tone="refusal" live="alert" title="Vote non compté">
            {reply.failure}
          </Notice>
        </Section>
      ) : null}
      <Section>
        {first ? (
          <Ballot key={first.resolutionId} ballot={first} state={state} cast={cast} />
        ) : (
          <Waiting page={page} meetingId={meetingId} />
        )}
        {first && voiceless && page.state === 'OPEN' ? (
          page.here ? (
            <p>Vous n’avez pas de voix dans ce scrutin.</p>
          ) : (
            <SignIn meetingId={meetingId} />
          )
        ) : null}
      </Section>
      {others.map((ballot) => (
        <Section key={ballot.resolutionId} title={`Résolution ${ballot.number} : ${ballot.title}`}>
          <Ballot ballot={ballot} state={state} cast={cast} />
        </Section>
      ))}
      {!first && page.last ? (
        <Section title={`Résultat de la résolution ${page.last.view.number} : ${page.last.view.title}`}>
          <ResultView view={page.last.view} />
          {page.last.mine ? <MyReceipts mine={page.last.mine} /> : null}
        </Section>
      ) : null}
      {first && !first.online ? null : (
        <Section title="Voter à distance">
          <RemoteVoting remote={page.remote} />
        </Section>
      )}
    </Page>
  )
}
