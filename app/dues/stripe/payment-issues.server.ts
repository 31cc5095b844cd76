import type { Payment } from '~/generated/prisma/client'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { plainDate } from '~/statutes/french'
import { euros } from '~/ui/format'
import { followIssue } from './issue.server'
import type { Shown, ShownDispute } from './read-checkout.server'

/** Asks a person about what Stripe shows and no rule settles: another sum than expected, a dispute, a refund sent back. */
export async function followPaymentIssues(
  tx: Tx,
  ctx: Context | SystemContext,
  payment: Payment,
  shown: Shown,
): Promise<void> {
  if (shown.receivedCents > 0 && differs(payment, shown)) await askAboutAmount(tx, ctx, payment, shown)
  for (const dispute of shown.disputes) await askAboutDispute(tx, ctx, payment, dispute)
  for (const { id, amountCents } of shown.refundsFailed)
    await followIssue(tx, ctx, {
      kind: 'refund-failed',
      key: `refund-failed:${id}`,
      paymentId: payment.id,
      details: {
        sentence: `Le remboursement de ${euros(amountCents)} n’a pas pu être rendu au payeur : la somme est revenue chez Stripe.`,
        refundId: id,
        cents: amountCents,
      },
    })
}

const differs = (payment: Payment, shown: Shown): boolean =>
  shown.currency !== payment.currency || shown.receivedCents !== payment.expectedCents

async function askAboutAmount(tx: Tx, ctx: Context | SystemContext, payment: Payment, shown: Shown): Promise<void> {
  const { receivedCents, currency } = shown
  const got = currency === 'eur' ? euros(receivedCents) : `${receivedCents / 100} ${currency.toUpperCase()}`
  await followIssue(tx, ctx, {
    kind: 'amount-differs',
    key: `amount-differs:${payment.id}`,
    paymentId: payment.id,
    details: {
      sentence: `Stripe a encaissé ${got} ; ${euros(payment.expectedCents)} étaient attendus.`,
      expectedCents: payment.expectedCents,
      receivedCents,
      currency,
    },
  })
}

/** How a dispute ended well, by Stripe's word for it. */
const GIVEN_BACK: Record<string, string> = {
  won: 'Contestation gagnée : la somme est rendue.',
  warning_closed: 'Demande d’information close sans suite.',
  prevented: 'Contestation évitée avant d’être ouverte.',
}

async function askAboutDispute(
  tx: Tx,
  ctx: Context | SystemContext,
  payment: Payment,
  { id, amountCents, reason, status, on }: ShownDispute,
): Promise<void> {
  const lost = status === 'lost'
  await followIssue(tx, ctx, {
    kind: 'dispute',
    key: `dispute:${id}`,
    paymentId: payment.id,
    details: {
      sentence: lost
        ? `Le débit de ${euros(amountCents)} a été repris par la banque du payeur (${plainDate(on)}) : la cotisation est rouverte.`
        : `Le payeur conteste ${euros(amountCents)} auprès de sa banque depuis le ${plainDate(on)}.`,
      disputeId: id,
      cents: amountCents,
      reason,
      status,
      on,
    },
    settled: GIVEN_BACK[status] ?? null,
  })
}
