import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ballotAction } from '~/ballots/ballot-actions.server'
import { ballotsPage } from '~/ballots/ballots-page.query.server'
import { ResultView } from '~/ballots/result-view'
import { BallotNews } from '~/ballots/ui/ballot-news'
import { OpenBallotPanel } from '~/ballots/ui/open-ballot-panel'
import { OpenForm } from '~/ballots/ui/open-form'
import { ResolutionHead, ResolutionList } from '~/ballots/ui/resolution-list'
import { meetingAccess } from '~/meetings/access.server'
import { meetingTitle } from '~/meetings/meeting-title'
import { LiveState } from '~/meetings/session/ui/live-state'
import { useLive } from '~/meetings/session/use-live'
import { signedInContext } from '~/offices/request.server'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'
import { Unverified } from '~/ui/verify-act'

/** While a ballot is open the chair sees who has voted, a few seconds late at most. */
const POLL_MS = 4_000

export const meta = meetingTitle('Scrutins')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting, members } = await meetingAccess(ctx, params.id)
  const asked = new URL(request.url).searchParams.get('resolution')
  return {
    meetingId: meeting.id,
    votes: members.length > 0,
    page: await ballotsPage(ctx, meeting, asked),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  return ballotAction(ctx, meeting.id, await request.formData())
}

export default function Ballots() {
  const { meetingId, votes, page } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { open, next, mayPreside, views, running } = page
  const connected = useLive(meetingId, page.lastEvent, { everyMs: open ? POLL_MS : undefined })
  const resultOf = (act: string) => (reply?.lastResult.initialValue?.act === act ? reply.lastResult : undefined)
  const decided = views.filter(({ outcome, state }) => outcome !== null || state === 'WITHDRAWN').toReversed()
  const waiting = views.filter(({ state, id }) => (state === 'PENDING' || state === 'ONLINE') && id !== next?.view.id)
  if (reply?.verify)
    return (
      <>
        <BallotNews facts={views} state={page.state} />
        <Unverified verify={reply.verify} />
      </>
    )
  return (
    <>
      <BallotNews facts={views} state={page.state} />
      <LiveState connected={connected} />
      {reply?.refusal && reply.refusal.reasons.length > 0 ? (
        <Section>
          <RefusalPanel refusal={reply.refusal} />
        </Section>
      ) : null}
      {views.length === 0 ? <EmptyState title="Aucune résolution">L’ordre du jour n’a rien à voter.</EmptyState> : null}
      {open ? (
        <Section title="Scrutin ouvert" id={`r-${open.view.id}`}>
          <ResolutionHead view={open.view} withText />
          {votes && open.view.mode === 'ELECTRONIC' ? (
            <ButtonLink to={`/assemblees/${meetingId}/vote`} tone="secondary">
              Aller voter
            </ButtonLink>
          ) : null}
          <OpenBallotPanel ballot={open} mayPreside={mayPreside} resultOf={resultOf} />
        </Section>
      ) : null}
      {next ? (
        <Section title="À mettre aux voix" id={`r-${next.view.id}`}>
          <ResolutionHead view={next.view} withText />
          <OpenForm key={next.view.id} offer={next} lastResult={resultOf('open')} />
        </Section>
      ) : null}
      {decided.length > 0 ? (
        <Section title="Résultats" id="resultats">
          <ul className="space-y-8">
            {decided.map((view) => (
              <li key={view.id} id={`r-${view.id}`} className="scroll-mt-6 space-y-3">
                <ResolutionHead view={view} />
                <ResultView view={view} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {waiting.length > 0 ? (
        <Section title="Restent à voter" id="a-voter">
          <ResolutionList meetingId={meetingId} views={waiting} mayChoose={mayPreside && running && !open} />
        </Section>
      ) : null}
    </>
  )
}
