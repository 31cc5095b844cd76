import { canonical } from '~/platform/canonical'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal, forbidden } from '~/platform/refusal'
import { sha256 } from '~/platform/secrets.server'
import { lockMeeting } from '~/meetings/lock.server'
import { may } from '~/platform/permissions'
import { demandSigners } from './demand-signers.server'
import { minutesBody } from './facts.query.server'

/** Fixes the text of the minutes and offers it for signature: from now on nobody edits it, only withdraws it (8.3-c). */
export async function fixMinutes(ctx: Context, meetingId: string): Promise<string> {
  if (!may(ctx.actor, 'minutes.write')) throw forbidden()
  return transact(ctx.db, async (tx) => {
    await lockMeeting(tx, meetingId)
    const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { state: true } })
    if (meeting.state !== 'CLOSED' && meeting.state !== 'NO_QUORUM')
      throw new Refusal('Le procès-verbal se fixe une fois la séance close.')
    const alive = await tx.minutes.findFirst({
      where: { meetingId, state: { not: 'WITHDRAWN' }, kind: { not: 'CORRECTION' } },
      select: { id: true },
    })
    if (alive) return alive.id
    await demandSigners(tx, meetingId)
    const body = await minutesBody(tx, meetingId)
    const text = canonical(body)
    const { id } = await tx.minutes.create({
      data: {
        meetingId,
        kind: body.kind,
        body: text,
        bodyHash: sha256(text),
        fixedAt: dateFromInstant(ctx.now),
        fixedById: ctx.actor.accountId,
      },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'minutes.fixed',
      subject: 'Minutes',
      subjectId: id,
      details: { bodyHash: sha256(text) },
    })
    return id
  })
}

/** Takes a text offered for signature back to the draft; what was signed of it counts no more. Signed minutes stay. */
export async function withdrawMinutes(ctx: Context, minutesId: string): Promise<void> {
  if (!may(ctx.actor, 'minutes.write')) throw forbidden()
  await transact(ctx.db, async (tx) => {
    const { count } = await tx.minutes.updateMany({
      where: { id: minutesId, state: 'SIGNING' },
      data: { state: 'WITHDRAWN' },
    })
    if (count === 0)
      throw new Refusal('Ce procès-verbal est signé ou déjà repris : une rectification est un nouvel acte.')
    await journal(tx, ctx, { act: 'minutes.withdrawn', subject: 'Minutes', subjectId: minutesId })
  })
}
