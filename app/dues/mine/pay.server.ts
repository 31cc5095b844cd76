import type { Context } from '~/platform/context'
import { badField } from '~/platform/refusal'
import { openDuesByIds } from '../payments/find-dues.query.server'
import { startCheckout } from '../stripe/start-checkout.server'

/** Opens the payment page for all that these dues lack, one's own or others named before; returns its address. */
export async function pay(ctx: Context, { duesIds }: { duesIds: string[] }): Promise<string> {
  const mine = new Set(ctx.actor.actingFor.map(({ memberId }) => memberId))
  const open = await openDuesByIds(ctx.db, duesIds)
  if (open.length !== new Set(duesIds).size)
    throw badField('duesIds', 'Une des cotisations choisies vient d’être réglée : relisez la liste.')
  return startCheckout(ctx, {
    lines: open.map(({ duesId, lackingCents }) => ({ duesId, amountCents: lackingCents })),
    others: open.filter(({ memberId }) => !mine.has(memberId)).map(({ duesId }) => duesId),
    returnTo: '/mes-cotisations',
  })
}
