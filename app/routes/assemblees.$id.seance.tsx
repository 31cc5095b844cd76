import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ballotFacts } from '~/ballots/ballot-facts.server'
import { chairInvolvedIn } from '~/ballots/on-person.server'
import { BallotNews } from '~/ballots/ui/ballot-news'
import { ChairNotice } from '~/ballots/ui/person-notices'
import { meetingAccess, officerAccess } from '~/meetings/access.server'
import { NotVotableNotice } from '~/meetings/convene/ui/not-votable'
import { notVotable } from '~/meetings/convene/votable.server'
import { meetingFacts } from '~/meetings/session/facts.server'
import { declareNoQuorum } from '~/ballots/declare-no-quorum.server'
import { sessionAction } from '~/meetings/session/session-actions.server'
import { afterNoQuorum, sessionPage } from '~/meetings/session/session-page.query.server'
import { Incidents } from '~/meetings/session/ui/incident-form'
import { LiveState } from '~/meetings/session/ui/live-state'
import { QuorumPanel } from '~/meetings/session/ui/quorum-panel'
import { SecretaryForm } from '~/meetings/session/ui/secretary-form'
import { SessionAgenda } from '~/meetings/session/ui/session-agenda'
import { SessionFacts } from '~/meetings/session/ui/session-facts'
import { SessionNext } from '~/meetings/session/ui/session-next'
import { useLive } from '~/meetings/session/use-live'
import { meetingTitle } from '~/meetings/meeting-title'
import { signedInContext } from '~/offices/request.server'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'
import { Unverified } from '~/ui/verify-act'

export const meta = meetingTitle('Séance')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  const [page, ballots, onChair, late, after] = await Promise.all([
    sessionPage(ctx, meeting),
    ballotFacts(ctx, meeting.id),
    meetingFacts(ctx.db, meeting.id).then((facts) => chairInvolvedIn(ctx, facts)),
    meeting.state === 'NO_QUORUM' ? [] : notVotable(ctx.db, meeting),
    meeting.state === 'NO_QUORUM' ? afterNoQuorum(ctx, meeting) : null,
  ])
  return { meetingId: meeting.id, state: meeting.state, ballots, page, onChair, late, after }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  return sessionAction(ctx, meeting.id, await request.formData(), declareNoQuorum)
}

export default function SessionConsole() {
  const { meetingId, state, ballots, page, onChair, late, after } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const connected = useLive(meetingId, page.lastEvent)
  const { phase, quorum, categories } = page
  const refused = reply && 'refusal' in reply ? reply : null
  const resultOf = (act: string) => (refused?.lastResult.initialValue?.act === act ? refused.lastResult : undefined)
  if (refused?.verify)
    return (
      <>
        <BallotNews facts={ballots} state={state} />
        <Unverified verify={refused.verify} />
      </>
    )
  return (
    <>
      <BallotNews facts={ballots} state={state} />
      {refused ? (
        <Section>
          <RefusalPanel refusal={refused.refusal} />
        </Section>
      ) : null}
      <SessionNext meetingId={meetingId} page={page} after={after} lastResult={resultOf('open')} />
      {phase === 'before' || phase === 'other' ? null : (
        <Section title="Quorum" id="quorum">
          <QuorumPanel quorum={quorum} categories={categories} />
          <LiveState connected={connected} />
          <SessionFacts meetingId={meetingId} page={page} />
          {page.otherSecretaries.length > 0 ? (
            <SecretaryForm choices={page.otherSecretaries} lastResult={resultOf('secretary')} />
          ) : null}
        </Section>
      )}
      <Section title="Ordre du jour" id="ordre-du-jour">
        <NotVotableNotice resolutions={late} />
        {onChair ? <ChairNotice {...onChair} /> : null}
        <SessionAgenda meetingId={meetingId} items={page.items} mayVote={phase === 'running' && page.mayPreside} />
      </Section>
      {phase === 'before' || phase === 'other' ? null : (
        <Section title="Faits de séance" id="faits">
          <Incidents
            incidents={page.incidents}
            mayWrite={page.mayKeepDesk && (phase === 'attendance' || phase === 'running')}
            lastResult={resultOf('incident')}
          />
        </Section>
      )}
    </>
  )
}
