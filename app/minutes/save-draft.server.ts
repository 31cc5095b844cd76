import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal, forbidden } from '~/platform/refusal'
import { lockMeeting } from '~/meetings/lock.server'
import { may } from '~/platform/permissions'
import type { DraftContent } from './body'

/**
 * Keeps one more version of what the secretary adds to the facts (8.3-c). `basedOn` is the version that was being edited:
 * refused when somebody saved another one meanwhile.
 */
export async function saveDraft(ctx: Context, input: { meetingId: string; basedOn: number; content: DraftContent }) {
  if (!may(ctx.actor, 'minutes.write')) throw forbidden()
  return transact(ctx.db, async (tx) => {
    await lockMeeting(tx, input.meetingId)
    const fixed = await tx.minutes.count({
      where: { meetingId: input.meetingId, state: { not: 'WITHDRAWN' }, kind: { not: 'CORRECTION' } },
    })
    if (fixed > 0) throw new Refusal('Le texte est fixé pour signature : reprenez-le d’abord en projet.')
    const last = await tx.minutesDraft.findFirst({
      where: { meetingId: input.meetingId },
      orderBy: { version: 'desc' },
      select: { version: true },
    })
    const version = last?.version ?? 0
    if (version !== input.basedOn)
      throw new Refusal(
        `Quelqu’un a enregistré la version ${version} pendant votre saisie : rechargez la page pour la voir, votre texte reste ici.`,
      )
    await tx.minutesDraft.create({
      data: {
        meetingId: input.meetingId,
        version: version + 1,
        content: input.content,
        createdById: ctx.actor.accountId,
        createdAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'minutes.drafted',
      subject: 'Meeting',
      subjectId: input.meetingId,
      details: { version: version + 1 },
    })
    return version + 1
  })
}
