import { Temporal } from 'temporal-polyfill'
import { processEvent } from '~/dues/stripe/process-event.server'
import { receiveEvent } from '~/dues/stripe/receive-event.server'
import { startCheckout } from '~/dues/stripe/start-checkout.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Db } from '~/platform/db.server'
import { signedEvent } from '~/platform/payments/stripe.server'
import { contextFor, TEST_NOW, type BuiltMember } from '../../support/builders'
import type { Event, Session } from '../../support/stripe/objects'
import type { StripePeer } from '../../support/stripe/peer'

export const testSeconds = () => Math.floor(TEST_NOW.epochMilliseconds / 1000)
export const system = (db: Db, now = TEST_NOW): SystemContext => ({ db, now, actor: null })
export const later = (days: number) => TEST_NOW.add({ hours: 24 * days })
export { Temporal }

/** The member's dues of 2027, 50 €. */
export const duesOf = (db: Db, member: { id: string }) => db.dues.findFirstOrThrow({ where: { memberId: member.id } })

/** The member opens the hosted page for his own dues. */
export async function openPage(db: Db, peer: StripePeer, member: BuiltMember, amountCents = 5000): Promise<Session> {
  const ctx = await contextFor(db, member)
  const dues = await duesOf(db, member)
  return pageOf(peer, await pay(ctx, [{ duesId: dues.id, amountCents }]))
}

export const pay = (ctx: Context, lines: { duesId: string; amountCents: number }[]) =>
  startCheckout(ctx, { lines, returnTo: '/mes-cotisations' })

/** The session behind the address of a hosted page. */
export const pageOf = (peer: StripePeer, address: string): Session =>
  peer.world.session(address.split('/').at(-1) ?? '')

/** An event as the webhook gives it to us, done at once. */
export async function tell(db: Db, peer: StripePeer, event: Event): Promise<void> {
  const { body, headers } = peer.signed(event)
  const signed = signedEvent(body, headers['stripe-signature'] ?? null)
  if (!signed) throw new Error('not signed')
  await receiveEvent(system(db), signed)
  await processEvent(system(db), signed.id)
}

/** Gives us every event not yet told, in order; what was done already is passed over. */
export function teller(db: () => Db, peer: () => StripePeer) {
  const told = new Set<string>()
  return async (): Promise<void> => {
    for (const event of peer().events.filter(({ id }) => !told.has(id))) {
      await tell(db(), peer(), event)
      told.add(event.id)
    }
  }
}

/** What a payment and its dues have become, without ids nor moments. */
export async function outcomeOf(db: Db, member: { id: string }) {
  const dues = await db.dues.findFirstOrThrow({
    where: { memberId: member.id },
    include: { lines: { include: { payment: true } }, receipts: { where: { cancelledOn: null } }, allocations: true },
  })
  const payments = dues.lines.map(({ payment }) => payment)
  const issues = await db.paymentIssue.findMany({ where: { paymentId: { in: payments.map(({ id }) => id) } } })
  return {
    paidCents: dues.paidCents,
    settled: dues.settledOn !== null,
    closedAs: dues.closedAs,
    allocated: dues.allocations.reduce((sum, { amountCents }) => sum + amountCents, 0),
    receipts: dues.receipts.map(({ amountCents }) => amountCents),
    payments: payments.map((payment) => ({
      method: payment.method,
      state: payment.state,
      received: payment.receivedCents,
      refunded: payment.refundedCents,
      contested: payment.contestedCents,
      allocated: payment.allocatedCents,
      fee: payment.feeCents,
    })),
    issues: issues
      .filter(({ kind, resolvedAt }) => kind !== 'surplus' || resolvedAt === null)
      .map(({ kind, resolution }) => ({ kind, resolution }))
      .toSorted((a, b) => a.kind.localeCompare(b.kind)),
  }
}
