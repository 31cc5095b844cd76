import { statutesInForce } from '~/association/in-force.server'
import { isPresident } from '~/meetings/convene/signer.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { fold } from '~/platform/folding'
import { badField, demandLawful, forbidden, notFound, Refusal } from '~/platform/refusal'
import { demandFresh } from '~/platform/sign-in/demand-fresh.server'
import { organ } from '~/statutes/organs'
import { reason, unlawful } from '~/statutes/ruling'
import { pronounceRemoval, recordKept } from './pronounce-removal.server'

/**
 * 6.4-b, where the statutes give the removal to the President: he pronounces it or keeps the member, after a fresh proof of his
 * identity. Refused: anybody else (403), his own case, statutes that give it to another organ, a step that is missing (409).
 */
export async function decideByPresident(
  ctx: Context,
  input: { duesId: string; adopted: boolean; confirmation: string },
): Promise<void> {
  if (!isPresident(ctx)) throw forbidden()
  const on = parisDate(ctx.now)
  const { statutes } = await statutesInForce(ctx.db, on)
  const { removalBy } = statutes.dues
  if (removalBy !== 'president')
    demandLawful(unlawful(reason('6.4-b', `La radiation est prononcée par ${organ(removalBy)}.`)))
  demandFresh(ctx)
  await transact(ctx.db, async (tx) => {
    const dues = await tx.dues.findUnique({
      where: { id: input.duesId },
      select: { memberId: true, member: { select: { label: true } } },
    })
    if (!dues) throw notFound()
    if (ctx.actor.actingFor.some(({ memberId }) => memberId === dues.memberId))
      throw new Refusal('Ce dossier est le vôtre : vous ne pouvez pas en décider.')
    if (input.adopted && fold(input.confirmation) !== fold(dues.member.label))
      throw badField('confirmation', `Écrivez ${dues.member.label}.`)
    const decision = { duesId: input.duesId, organ: removalBy, on, by: organ(removalBy), resolutionId: null }
    await (input.adopted
      ? pronounceRemoval(tx, ctx, { ...decision, memberId: dues.memberId })
      : recordKept(tx, ctx, decision))
  })
}
