import { inUnit } from '~/statutes/french'
import { markDecided } from '~/meetings/agenda/ballot-state.server'
import { lockMeeting } from '~/meetings/lock.server'
import { demandInSession, meetingFacts, meetingTopic } from '~/meetings/session/facts.server'
import { countedAttendance, quorumOf, storedQuorum } from '~/meetings/session/quorum.server'
import { demandChair } from '~/meetings/session/rights.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { publish } from '~/platform/live.server'
import { Refusal } from '~/platform/refusal'
import { tallyTotals } from '~/statutes/tally'
import { unlawful } from '~/statutes/ruling'
import { ballotBox } from './box/ballot-box.server'
import { noTotals } from './choices'
import { loadResolution } from './load-resolution.server'

/**
 * The chair records that the quorum is lacking for this resolution (13.2-c, 13.3-b): it is not voted, and stays without
 * effect. Refused while the quorum is met, or once the ballot is open.
 */
export async function invalidateResolution(ctx: Context, { resolutionId }: { resolutionId: string }): Promise<void> {
  const before = await loadResolution(ctx.db, resolutionId)
  demandChair(ctx.actor, before.meeting)
  await transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, before.meetingId)
    demandInSession(meeting)
    await tx.$queryRaw`SELECT 1 FROM "Resolution" WHERE "id" = ${resolutionId}::uuid FOR UPDATE`
    const { state, number } = await loadResolution(tx, resolutionId)
    if (state === 'INVALID') return
    if (state !== 'PENDING' && state !== 'ONLINE')
      throw new Refusal('Ce scrutin est ouvert ou décidé : l’absence de quorum se constate avant le vote.')
    const facts = await meetingFacts(tx, meeting.id)
    const quorum = quorumOf(facts, resolutionId)
    if (quorum.met)
      throw new Refusal('Le quorum est atteint : cette résolution peut être votée.', { reasons: quorum.reasons })
    const none = { voices: noTotals(), members: noTotals() }
    const tally = tallyTotals(facts.rights, countedAttendance(facts, resolutionId), none)
    const { rule, unit, required, counted, base } = quorum
    const reasons = quorum.reasons.map((reason) => ({ ...reason }))
    const heads = (of: 'present' | 'all') => ({ members: tally.members[of], voices: tally.voices[of] })
    await ballotBox.discard(tx, resolutionId)
    await markDecided(
      tx,
      resolutionId,
      {
        state: 'INVALID',
        quorum: storedQuorum(quorum, facts, resolutionId),
        outcome: {
          format: 1,
          state: 'INVALID',
          totals: { voices: null, members: null },
          voters: { members: 0, voices: 0 },
          present: heads('present'),
          all: heads('all'),
          rule,
          unit,
          required,
          counted,
          base,
          thresholds: [],
          casting: null,
          castingBy: null,
          reasons,
          sensitive: [],
          repeatedBy: null,
          change: `Présents ou représentés, il manquait ${inUnit(required - counted, unit)}.`,
        },
      },
      ctx.now,
    )
    await journal(tx, ctx, {
      act: 'resolution.without-quorum',
      subject: 'Resolution',
      subjectId: resolutionId,
      ruling: unlawful(...quorum.reasons),
    })
    await publish(tx, meetingTopic(meeting.id), 'ballot-closed', { resolutionId, number, state: 'INVALID' })
  })
}
