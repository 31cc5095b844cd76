import type { Context } from '~/platform/context'
import { dateFromInstant, instantFromDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { frenchTime, parisParts } from '~/ui/format'

/** Pages that one account may open in an hour: more than anybody needs, fewer than a thief tries cards. */
export const MOST_CHECKOUTS = 10
const WINDOW = { hours: 1 }

/**
 * Refused (429), with the time of the next one: an account that opened too many payment pages within the hour. Counted over
 * the payments themselves, one at a time for an account; a page that Stripe could not open does not count.
 */
export async function demandFewCheckouts(tx: Tx, ctx: Context): Promise<void> {
  const { accountId } = ctx.actor
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`checkouts:${accountId}`}, 0))`
  const [oldest] = await tx.payment.findMany({
    where: {
      createdById: accountId,
      method: { in: ['CARD', 'SEPA_DEBIT'] },
      createdAt: { gt: dateFromInstant(ctx.now.subtract(WINDOW)) },
      NOT: { state: 'FAILED', checkoutId: null },
    },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
    skip: MOST_CHECKOUTS - 1,
    take: 1,
  })
  if (!oldest) return
  // the minute that follows: at the one that is told, it works
  const { hour, minute } = parisParts(instantFromDate(oldest.createdAt).add(WINDOW).add({ minutes: 1 }))
  throw new Refusal(
    `Vous avez ouvert ${MOST_CHECKOUTS} pages de paiement en une heure. Réessayez à partir de ${frenchTime(`${hour}:${minute}`)}, ou réglez par virement.`,
    { status: 429 },
  )
}
