import { lockOffices } from '~/offices/mandates.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { forbidden, notFound, Refusal } from '~/platform/refusal'
import { lockWaiting } from './lock-reprise.server'
import { mailClosed } from './reprise-mails.server'
import { signingQuality } from './signers.server'

/** Another officer does not sign, and says why; nothing was entered. Refused: whoever proposed it, one that is over (409). */
export async function refuseReprise(ctx: Context, { id, refusal }: { id: string; refusal: string }): Promise<void> {
  await transact(ctx.db, async (tx) => {
    await lockOffices(tx)
    if (!(await signingQuality(tx, ctx, ctx.actor.accountId))) throw notFound()
    const found = await lockWaiting(tx, id)
    if (found.proposedById === ctx.actor.accountId) throw new Refusal('Vous l’avez proposée : retirez-la plutôt.')
    const closedAt = dateFromInstant(ctx.now)
    await tx.reprise.update({ where: { id }, data: { state: 'REFUSED', refusal, closedAt }, select: { id: true } })
    await journal(tx, ctx, { act: 'reprise.refused', subject: 'Reprise', subjectId: id })
    await mailClosed(tx, ctx, id)
  })
}

/** Whoever proposed it takes it back before it is signed. */
export async function withdrawReprise(ctx: Context, { id }: { id: string }): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const found = await lockWaiting(tx, id)
    if (found.proposedById !== ctx.actor.accountId) throw forbidden()
    const closedAt = dateFromInstant(ctx.now)
    await tx.reprise.update({ where: { id }, data: { state: 'WITHDRAWN', closedAt }, select: { id: true } })
    await journal(tx, ctx, { act: 'reprise.withdrawn', subject: 'Reprise', subjectId: id })
  })
}
