import { votableTexts } from '~/meetings/convene/votable.server'
import { markOnline } from '~/meetings/agenda/ballot-state.server'
import { refusalOnPlace } from '~/meetings/convene/demand-reached.server'
import { lockMeeting } from '~/meetings/lock.server'
import { withdrawPaid } from '~/meetings/removals/take-off-paid.server'
import { meetingTopic } from '~/meetings/session/facts.server'
import { heldRemovals } from '~/meetings/removals/held-removals.server'
import { parisDate } from '~/platform/clock.server'
import { statutesVersion } from '~/association/in-force.server'
import type { Context, SystemContext } from '~/platform/context'
import { instantFromDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { eachAlone } from '~/platform/each-alone.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { onlineVoteOpensAt, remoteVote } from '~/statutes/remote-vote'
import { ballotBox } from './box/ballot-box.server'

/**
 * Opens on line the resolutions of a convened meeting once its window has begun (remoteVote `window`); each stays so until it
 * is put to the vote in the session. Returns how many were opened: none before the hour, none where the statutes are silent.
 * Not opened: a unanimity, which is voted by name in the session; a text that was not told within the notice; a vote about
 * the membership of somebody whom the convocation did not reach; a removal while money in sight may pay its dues (6.4-b).
 */
export async function openOnlineVoting(
  ctx: Context | SystemContext,
  { meetingId }: { meetingId: string },
): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (meeting.state !== 'CONVENED' && meeting.state !== 'OPEN') return 0
    const { statutes } = await statutesVersion(tx, meeting.statutesId)
    const opensAt = onlineVoteOpensAt(statutes, meeting.body, instantFromDate(meeting.startsAt))
    if (opensAt === null || ctx.now.epochMilliseconds < opensAt.epochMilliseconds) return 0
    await withdrawPaid(tx, ctx, meetingId)
    const votable = await votableTexts(tx, meeting)
    const pending = await tx.resolution.findMany({
      where: { meetingId, state: 'PENDING', kind: 'RESOLUTION', repeatsId: null, item: { kind: 'VOTE' } },
      select: { id: true, effect: true },
    })
    const [held, refusals] = await Promise.all([
      heldRemovals(tx, pending, parisDate(ctx.now)),
      Promise.all(pending.map((resolution) => refusalOnPlace(tx, meeting, resolution))),
    ])
    const waiting = pending.filter(
      ({ id }, index) => votable.get(id)?.outcome === 'lawful' && !held.has(id) && refusals[index] === null,
    )
    if (waiting.length === 0) return 0
    for (const { id } of waiting) await ballotBox.open(tx, id)
    const ids = waiting.map(({ id }) => id)
    await markOnline(tx, ids, ctx.now)
    const { ruling } = remoteVote(statutes, meeting.body)
    await journal(tx, ctx, {
      act: 'ballot.opened-online',
      subject: 'Meeting',
      subjectId: meetingId,
      ruling,
      details: { resolutions: waiting.length, notTold: pending.length - waiting.length },
    })
    await publish(tx, meetingTopic(meetingId), 'ballot-opened', { online: true })
    return waiting.length
  })
}

/** The same, for every meeting whose window has begun: what the clock calls. */
export async function openDueOnlineVoting(ctx: SystemContext): Promise<number> {
  const meetings = await ctx.db.meeting.findMany({
    where: { state: 'CONVENED', resolutions: { some: { state: 'PENDING' } } },
    select: { id: true },
  })
  let opened = 0
  await eachAlone(
    'voting on line',
    meetings.map(({ id }) => id),
    async (id) => {
      opened += await openOnlineVoting(ctx, { meetingId: id })
    },
  )
  return opened
}
