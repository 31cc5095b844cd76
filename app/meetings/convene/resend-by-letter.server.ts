import { may } from '~/platform/permissions'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { forbidden, notFound, Refusal } from '~/platform/refusal'
import { postalAddress } from './recipients.server'

/**
 * A convocation whose mail was refused or returned leaves again by letter; the mail stays as proof of the first try. Refused
 * for a mail that is not known to have failed, and where no postal address is known.
 */
export async function resendByLetter(ctx: Context, input: { meetingId: string; noticeId: string }): Promise<void> {
  if (!may(ctx.actor, 'meetings.convene') && !may(ctx.actor, 'meetings.prepare')) throw forbidden()
  const { meetingId, noticeId } = input
  await transact(ctx.db, async (tx) => {
    const notice = await tx.convocationNotice.findFirst({
      where: { id: noticeId, convocation: { meetingId } },
      select: { channel: true, memberId: true, mail: { select: { state: true } } },
    })
    if (!notice) throw notFound()
    if (notice.channel === 'LETTER') return
    if (notice.mail?.state !== 'BOUNCED' && notice.mail?.state !== 'REFUSED')
      throw new Refusal('Ce courriel n’est pas revenu : il n’y a pas lieu d’envoyer une lettre.')
    const address = await postalAddress(tx, notice.memberId, parisDate(ctx.now))
    if (address === null)
      throw new Refusal('Aucune adresse postale n’est connue pour ce membre : complétez sa fiche d’abord.')
    await tx.convocationNotice.update({
      where: { id: noticeId },
      data: { channel: 'LETTER', address },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'convocation.by-letter',
      subject: 'ConvocationNotice',
      subjectId: noticeId,
      details: { meetingId },
    })
  })
}
