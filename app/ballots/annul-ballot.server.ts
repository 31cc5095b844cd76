import { addRepeat } from '~/meetings/agenda/ballot-state.server'
import { lockMeeting } from '~/meetings/lock.server'
import { markWithdrawn } from '~/meetings/agenda/mark-withdrawn.server'
import { demandChair } from '~/meetings/session/rights.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { ballotBox } from './box/ballot-box.server'
import { loadResolution } from './load-resolution.server'

/**
 * The chair annuls a secret ballot whose box cannot be counted, and the same text is voted anew: the seals are destroyed, what
 * was at fault is in the journal. Refused while the box can be counted. Annulled twice, nothing more happens.
 */
export async function annulBallot(ctx: Context, { resolutionId }: { resolutionId: string }): Promise<void> {
  const before = await loadResolution(ctx.db, resolutionId)
  demandChair(ctx.actor, before.meeting)
  await transact(ctx.db, async (tx) => {
    await lockMeeting(tx, before.meetingId)
    const open = await ballotBox.close(tx, resolutionId)
    const resolution = await loadResolution(tx, resolutionId)
    if (resolution.state === 'WITHDRAWN') return
    if (!open) throw new Refusal('Ce scrutin n’est pas ouvert.')
    const faults = resolution.secret ? await ballotBox.faults(tx, resolutionId) : null
    if (!faults) throw new Refusal('L’urne peut être dépouillée : ce scrutin se clôt, il ne s’annule pas.')
    await ballotBox.discard(tx, resolutionId)
    await addRepeat(tx, resolution)
    await journal(tx, ctx, {
      act: 'ballot.annulled',
      subject: 'Resolution',
      subjectId: resolutionId,
      details: faults,
    })
    await markWithdrawn(tx, ctx, { ...resolution, from: resolution.state })
  })
  await ballotBox.sweep(ctx.db)
}
