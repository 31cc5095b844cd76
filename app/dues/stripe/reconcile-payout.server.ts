import { Temporal } from 'temporal-polyfill'
import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { eachAlone } from '~/platform/each-alone.server'
import { stripe, type Stripe } from '~/platform/payments/stripe.server'
import { plainDate } from '~/statutes/french'
import { euros } from '~/ui/format'
import { closeEvent } from './close-event.server'
import { followIssue } from './issue.server'
import { readAgain, WITHOUT_FEE } from './read-again.server'
import { strangeCents, type Movement } from './payout-movements.server'

/**
 * Compares a payout with its movements: their net must make its sum, and each charge, refund or dispute must be of a payment
 * known here, for the same sum. One sent by hand, or at once, has no movements that Stripe lists: it is kept with its sum and
 * nothing is compared. A difference is asked to a person, and the question closes when it is gone.
 */
export async function reconcilePayout(ctx: SystemContext, what: { payoutId: string; eventId?: string }): Promise<void> {
  const payout = await stripe().payouts.retrieve(what.payoutId)
  const listed = payout.automatic ? await movementsOf(payout.id) : null
  const movements = listed ?? []
  if (listed) await readFees(ctx, listed)
  const netCents = movements.reduce((sum, { netCents }) => sum + netCents, 0)
  const unknownCents = await strangeCents(ctx.db, movements)
  const arrivedOn = parisDate(Temporal.Instant.fromEpochMilliseconds(payout.arrival_date * 1000))
  const row = {
    amountCents: payout.amount,
    arrivedOn: dateColumn(arrivedOn),
    status: payout.status,
    unlisted: listed === null,
    netCents,
    unknownCents,
    checkedAt: dateFromInstant(ctx.now),
  }
  await transact(ctx.db, async (tx) => {
    await tx.stripePayout.upsert({ where: { id: payout.id }, create: { id: payout.id, ...row }, update: row })
    const known = await tx.paymentIssue.count({ where: { key: `payout-differs:${payout.id}` } })
    const faults = faultsOf(payout, listed === null ? payout.amount : netCents, unknownCents)
    if (faults.length > 0 || known > 0)
      await followIssue(tx, ctx, {
        kind: 'payout-differs',
        key: `payout-differs:${payout.id}`,
        paymentId: null,
        details: {
          sentence: [`Virement de Stripe du ${plainDate(arrivedOn)}, ${euros(payout.amount)}.`, ...faults].join(' '),
          payoutId: payout.id,
          cents: payout.amount,
          netCents,
          unknownCents,
        },
        settled: faults.length === 0 ? 'Le virement et ses mouvements concordent.' : null,
      })
    if (what.eventId !== undefined) await closeEvent(tx, ctx, what.eventId, 'payout')
  })
}

/** What Stripe took for the payments of this payout, where it was not known when they were paid. */
async function readFees(ctx: SystemContext, movements: Movement[]): Promise<void> {
  const intents = movements.flatMap(({ intentId }) => (intentId === null ? [] : [intentId]))
  const found = await ctx.db.payment.findMany({
    where: { ...WITHOUT_FEE, paymentIntentId: { in: intents } },
    select: { id: true },
  })
  await eachAlone(
    'fees of a payout',
    found.map(({ id }) => id),
    (id) => readAgain(ctx, id),
  )
}

function faultsOf({ amount, status }: Stripe.Payout, netCents: number, unknownCents: number): string[] {
  return [
    ...(status === 'failed' || status === 'canceled' ? ['La banque ne l’a pas reçu.'] : []),
    ...(netCents === amount ? [] : [`Ses mouvements font ${euros(netCents)}.`]),
    ...(unknownCents === 0 ? [] : [`${euros(unknownCents)} ne viennent d’aucun paiement connu ici.`]),
  ]
}

/** What a payout is made of, without the transfer itself. */
async function movementsOf(payoutId: string): Promise<Movement[]> {
  const movements: Movement[] = []
  for await (const each of stripe().balanceTransactions.list({
    payout: payoutId,
    limit: 100,
    expand: ['data.source'],
  })) {
    if (each.type === 'payout') continue
    movements.push({ type: each.type, amountCents: each.amount, netCents: each.net, intentId: intentOf(each.source) })
  }
  return movements
}

function intentOf(source: Stripe.BalanceTransaction['source']): string | null {
  if (typeof source !== 'object' || source === null || !('payment_intent' in source)) return null
  const intent = source.payment_intent
  return typeof intent === 'object' ? (intent?.id ?? null) : (intent ?? null)
}
