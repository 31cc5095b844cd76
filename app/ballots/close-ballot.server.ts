import { applyEffect, applyRejection } from '~/effects.server'
import { addRepeat, markDecided } from '~/meetings/agenda/ballot-state.server'
import { demandTold } from '~/meetings/convene/votable.server'
import { lockMeeting } from '~/meetings/lock.server'
import { meetingFacts, meetingTopic } from '~/meetings/session/facts.server'
import { demandChair } from '~/meetings/session/rights.server'
import { involvedInVote } from '~/discipline/cases/involved-in-vote.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { Refusal } from '~/platform/refusal'
import { ballotBox } from './box/ballot-box.server'
import { demandManualCount } from './demand-manual-count.server'
import { asksBureauUnanimity, requirementsOf } from './counted-ballot'
import { judgeBallot } from './judge-ballot'
import { keptSpaces } from './kept-spaces'
import { loadResolution, type LoadedResolution } from './load-resolution.server'
import type { ManualCount } from './manual-count'
import { readOutcome, type Outcome } from './outcome'
import { followsTie } from './follows-tie.server'
import { readQuorum } from './stored-quorum'

const HEADS = [{ unit: 'members' as const, among: null }]

export type CloseBallot = { resolutionId: string; manual?: ManualCount | null }

/**
 * The chair closes the ballot: voters are shut out, the box is counted, the statutes judge, the effect is carried out, all
 * in one transaction. `manual` is the count of a vote by hands or on paper. Closed already, it gives the outcome of the
 * first time. Refused while the ballot is not open, on a text that was not told within the notice, or when a typed count does not
 * add up.
 */
export async function closeBallot(ctx: Context, { resolutionId, manual = null }: CloseBallot): Promise<Outcome> {
  const before = await loadResolution(ctx.db, resolutionId)
  demandChair(ctx.actor, before.meeting)
  const decided = await transact(ctx.db, async (tx) => {
    await lockMeeting(tx, before.meetingId)
    const open = await ballotBox.close(tx, resolutionId)
    const resolution = await loadResolution(tx, resolutionId)
    if (!open) return decidedAlready(resolution)
    await demandTold(tx, resolution.meeting, resolutionId)
    const facts = await meetingFacts(tx, resolution.meetingId)
    const firstQuorumMet = readQuorum(resolution.quorum)?.basis !== 'second'
    const requirements = requirementsOf(facts, firstQuorumMet)
    const byHeads = asksBureauUnanimity(resolution.meeting, resolution)
    const typed = await demandManualCount(tx, resolution, manual, {
      decides: requirements[0]?.unit ?? 'voices',
      headsAlone: byHeads,
    })
    const kept = byHeads ? HEADS : keptSpaces(requirements)
    const count = await ballotBox.tally(tx, { resolutionId, secret: resolution.secret, kept })
    const involved = await involvedInVote(tx, resolution)
    const { outcome, secretTie } = judgeBallot({ facts, resolution, firstQuorumMet, count, manual: typed, involved })
    const repeatedBy = secretTie && !(await followsTie(tx, resolution)) ? await addRepeat(tx, resolution) : null
    const final: Outcome = { ...outcome, repeatedBy }
    await decide(tx, ctx, resolution, final, typed)
    const decision = { meeting: resolution.meeting, resolution }
    if (final.state === 'ADOPTED') await applyEffect(tx, ctx, decision)
    else if (final.state === 'REJECTED' && repeatedBy === null) await applyRejection(tx, ctx, decision)
    await publish(tx, meetingTopic(resolution.meetingId), 'ballot-closed', {
      resolutionId,
      number: resolution.number,
      state: final.state,
    })
    return final
  })
  if (before.secret) await ballotBox.sweep(ctx.db)
  return decided
}

async function decide(
  tx: Tx,
  ctx: Context,
  { id }: LoadedResolution,
  outcome: Outcome,
  manual: ManualCount | null,
): Promise<void> {
  const { state, required, counted, unit, reasons } = outcome
  const stored = { ...outcome, reasons: reasons.map((reason) => ({ ...reason })) }
  await markDecided(tx, id, { state, outcome: stored, ...(manual && { manualCount: manual }) }, ctx.now)
  const ruling = { outcome: state === 'ADOPTED' ? ('lawful' as const) : ('unlawful' as const), reasons }
  await journal(tx, ctx, {
    act: 'ballot.closed',
    subject: 'Resolution',
    subjectId: id,
    ruling,
    details: { state, required, counted, unit },
  })
}

function decidedAlready({ outcome, state }: LoadedResolution): Outcome {
  const stored = readOutcome(outcome)
  if (stored) return stored
  throw new Refusal(state === 'WITHDRAWN' ? 'Cette résolution a été retirée.' : 'Ce scrutin n’est pas ouvert.')
}
