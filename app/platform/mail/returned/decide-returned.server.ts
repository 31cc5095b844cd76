import type { ReturnedState } from '~/generated/prisma/enums'
import type { Context } from '../../context'
import { dateFromInstant } from '../../dates'
import { transact } from '../../db.server'
import { journal } from '../../journal.server'
import { may } from '../../permissions'
import { notFound, Refusal } from '../../refusal'

/** Who sends what may come back: convocations, or the calls and reminders of dues. */
export const readsReturns = ({ actor }: Context): boolean =>
  may(actor, 'meetings.prepare') || may(actor, 'meetings.convene') || may(actor, 'dues.manage')

export type Verdict = Exclude<ReturnedState, 'WAITING'>

/**
 * A person has read what came back: our message did not arrive (it is then « revenu », and what rests on it is to be sent again),
 * or the answer says nothing of the kind. Said twice alike, it stays as it was; a message judged « non remis » does not turn
 * back, for what followed may have been sent. Refused: one that names no message of ours, said not delivered.
 */
export async function decideReturned(ctx: Context, { id, verdict }: { id: string; verdict: Verdict }): Promise<void> {
  if (!readsReturns(ctx)) throw notFound()
  await transact(ctx.db, async (tx) => {
    await tx.$queryRaw`select 1 from "ReturnedMail" where id = ${id}::uuid for no key update`
    const found = await tx.returnedMail.findUnique({ where: { id } })
    if (!found) throw notFound()
    if (found.state === verdict) return
    if (found.state === 'FAILED') throw new Refusal('Ce message est déjà noté comme non remis.')
    if (verdict === 'FAILED' && found.mailId === null)
      throw new Refusal('Cette réponse ne nomme aucun de nos messages : elle ne peut en marquer aucun.')
    const at = dateFromInstant(ctx.now)
    await tx.returnedMail.update({
      where: { id },
      data: { state: verdict, decidedAt: at, decidedById: ctx.actor.accountId, excerpt: '' },
      select: { id: true },
    })
    if (verdict === 'FAILED' && found.mailId !== null)
      await tx.mail.updateMany({
        where: { id: found.mailId, state: 'ACCEPTED' },
        data: { state: 'BOUNCED', bouncedAt: at, bounceDetail: `Réponse lue : ${found.subject}`.slice(0, 500) },
      })
    await journal(tx, ctx, {
      act: verdict === 'FAILED' ? 'returned-mail.failed' : 'returned-mail.no-effect',
      subject: 'ReturnedMail',
      subjectId: id,
      details: { mailId: found.mailId },
    })
  })
}
