import { notTold, votableTexts } from '~/meetings/convene/votable.server'
import { insertIncident } from '~/meetings/incidents.server'
import { lockMeeting } from '~/meetings/lock.server'
import { markWithdrawn } from '~/meetings/agenda/mark-withdrawn.server'
import { demandChair } from '~/meetings/session/rights.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { ballotBox } from './box/ballot-box.server'
import { loadResolution } from './load-resolution.server'

/**
 * The chair withdraws a resolution that is not decided: it will not be voted, and votes already received are never
 * counted. Where it could not be voted, since it was not told in time, the incidents of the meeting say so. Refused once
 * decided. Withdrawn twice, nothing more happens.
 */
export async function withdrawResolution(ctx: Context, { resolutionId }: { resolutionId: string }): Promise<void> {
  const before = await loadResolution(ctx.db, resolutionId)
  demandChair(ctx.actor, before.meeting)
  await transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, before.meetingId)
    await tx.$queryRaw`SELECT 1 FROM "Resolution" WHERE "id" = ${resolutionId}::uuid FOR UPDATE`
    const { state, number, meetingId } = await loadResolution(tx, resolutionId)
    if (state === 'WITHDRAWN') return
    if (state !== 'PENDING' && state !== 'ONLINE' && state !== 'OPEN')
      throw new Refusal(`La résolution ${number} est décidée : elle ne peut plus être retirée.`)
    const [late] = notTold(await votableTexts(tx, meeting), resolutionId)
    if (late) {
      const text = `La résolution ${number} n’a pas été votée. ${late.sentence}`
      await insertIncident(tx, ctx, { meetingId, kind: 'not-told', text, rule: late.rule })
    }
    await ballotBox.discard(tx, resolutionId)
    await markWithdrawn(tx, ctx, { id: resolutionId, number, meetingId, from: state })
  })
  if (before.secret) await ballotBox.sweep(ctx.db)
}
