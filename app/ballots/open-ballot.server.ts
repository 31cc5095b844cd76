import { rehearseEffect } from '~/effects.server'
import { markOpen } from '~/meetings/agenda/ballot-state.server'
import { demandTold } from '~/meetings/convene/votable.server'
import { refusalOnPlace } from '~/meetings/convene/demand-reached.server'
import { lockMeeting } from '~/meetings/lock.server'
import { demandInSession, meetingFacts, meetingTopic } from '~/meetings/session/facts.server'
import { countedAttendance, quorumOf, storedQuorum, type QuorumRuling } from '~/meetings/session/quorum.server'
import { demandChair } from '~/meetings/session/rights.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { Refusal } from '~/platform/refusal'
import { lawful } from '~/statutes/ruling'
import { ballotBox } from './box/ballot-box.server'
import { demandSuitableMode } from './demand-suitable-mode'
import { requirementsOf } from './counted-ballot'
import { loadResolution } from './load-resolution.server'
import type { OpenBallot } from './open-ballot.form'
import { roomVoters } from './room-voters.server'
import { smallClasses } from './weight-classes'
import { smallClassWarning } from './warnings'

/**
 * The chair puts a resolution to the vote: the quorum is judged at this moment (13.2-c, 13.3-b, 8.3-a) and kept. Refused
 * off the agenda, for a text that was not told within the notice, while another ballot is open, without quorum (with its
 * figures), or where the effect would not be lawful.
 */
export async function openBallot(ctx: Context, input: OpenBallot): Promise<QuorumRuling> {
  const before = await loadResolution(ctx.db, input.resolutionId)
  demandChair(ctx.actor, before.meeting)
  await rehearseEffect(ctx, { meeting: before.meeting, resolution: before })
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, before.meetingId)
    demandInSession(meeting)
    const resolution = await loadResolution(tx, input.resolutionId)
    if (resolution.state === 'OPEN') throw new Refusal('Ce scrutin est déjà ouvert.')
    if (resolution.state !== 'PENDING' && resolution.state !== 'ONLINE')
      throw new Refusal('Cette résolution n’est plus à voter.')
    if (resolution.item.kind !== 'VOTE')
      throw new Refusal('Ce point n’est pas inscrit pour un vote : seules les questions à l’ordre du jour sont votées.')
    await demandTold(tx, meeting, resolution.id)
    const open = await tx.resolution.findFirst({
      where: { meetingId: meeting.id, state: 'OPEN' },
      select: { number: true },
    })
    if (open) throw new Refusal(`Le scrutin de la résolution ${open.number} est ouvert : fermez-le d’abord.`)
    const facts = await meetingFacts(tx, meeting.id)
    const quorum = quorumOf(facts, resolution.id)
    if (!quorum.met)
      throw new Refusal('Le quorum n’est pas atteint : ce vote ne peut avoir lieu.', { reasons: quorum.reasons })
    const untold = await refusalOnPlace(tx, meeting, resolution, countedAttendance(facts, resolution.id))
    if (untold) throw untold
    demandSuitableMode(resolution, input.mode, requirementsOf(facts, quorum.basis === 'first'))
    const small = resolution.secret ? smallClasses(await roomVoters(tx, resolution)) : []
    if (small.length > 0 && !input.warned) {
      const fieldErrors = { warned: ['Avertissez-en l’assemblée, puis cochez cette case.'] }
      throw new Refusal(smallClassWarning(small), { status: 400, fieldErrors })
    }
    await ballotBox.open(tx, resolution.id)
    const opened = {
      mode: input.mode,
      quorum: storedQuorum(quorum, facts, resolution.id),
      videoVotes: facts.statutes.bodies[meeting.body].remoteVote?.mode === 'live',
    }
    await markOpen(tx, resolution.id, opened, ctx.now)
    const ruling = lawful(...quorum.reasons)
    await journal(tx, ctx, {
      act: 'ballot.opened',
      subject: 'Resolution',
      subjectId: resolution.id,
      ruling,
      details: { mode: input.mode, secret: resolution.secret },
    })
    const { id, number, title, secret } = resolution
    await publish(tx, meetingTopic(meeting.id), 'ballot-opened', {
      resolutionId: id,
      number,
      title,
      secret,
      mode: input.mode,
    })
    return quorum
  })
}
