import { association } from '~/association/in-force.server'
import { addressees } from '~/letters/addressees.server'
import type { Payment } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { queueMail } from '~/platform/mail/queue.server'
import { plainDate } from '~/statutes/french'
import { euros } from '~/ui/format'
import { TAKEN_OVER } from '../ledger/taken-over'
import { METHOD_WORDS } from '../payments/method-words'
import { receiptFileName } from './receipt-file.server'

type Said = { id: string; number: number; duesId: string; amountCents: number }

/** What changed for one dues: a receipt cancelled, one issued, or both. */
export type ReceiptChange = {
  memberId: string
  cancelled: (Said & { reason: string }) | null
  issued: Said | null
}

/**
 * Writes to each member whose receipt was issued or cancelled; the receipt goes with its link, and as a PDF that is written
 * when the mail leaves. Says nothing of payments taken over from before, nor to those without an address.
 */
export async function tellReceipts(
  tx: Tx,
  ctx: Context | SystemContext,
  payment: Payment,
  changes: ReceiptChange[],
): Promise<void> {
  if (changes.length === 0 || (await isTakenOver(tx, payment.id))) return
  const { name: associationName, email: contact } = await association(tx)
  const memberIds = changes.map(({ memberId }) => memberId)
  const readers = await addressees(tx, memberIds, parisDate(ctx.now))
  for (const { memberId, cancelled, issued } of changes) {
    const said = issued ?? cancelled
    const reader = readers.get(memberId)
    if (!reader?.email || !said) continue
    const { name, forBody, accountId } = reader
    const to = { address: reader.email, name }
    const dues = await tx.dues.findUniqueOrThrow({ where: { id: said.duesId }, include: { period: true } })
    const lacking = dues.amountCents - dues.paidCents
    const shared = {
      associationName,
      name,
      forBody,
      year: dues.period.year,
      number: said.number,
      amount: euros(said.amountCents),
      rest: lacking > 0 ? euros(lacking) : null,
      reference: dues.reference,
      contact,
    }
    if (issued) {
      const url = `${env().PUBLIC_URL}/recus/${issued.id}.pdf`
      const paid = { paidOn: plainDate(isoDate(payment.paidOn ?? dues.dueOn)), method: METHOD_WORDS[payment.method] }
      const replaces = cancelled && { number: cancelled.number, reason: cancelled.reason }
      const props = { ...shared, ...paid, replaces, url }
      const attachments = [
        { filename: receiptFileName(issued.number), mime: 'application/pdf', paper: 'receipt', id: issued.id },
      ]
      await queueMail(tx, { template: 'receipt-issued', props, to, accountId, attachments }, ctx.now)
    } else if (cancelled) {
      const props = { ...shared, reason: cancelled.reason, url: `${env().PUBLIC_URL}/mes-cotisations` }
      await queueMail(tx, { template: 'receipt-cancelled', props, to, accountId }, ctx.now)
    }
  }
}

async function isTakenOver(tx: Tx, paymentId: string): Promise<boolean> {
  const first = await tx.paymentEntry.findFirst({ where: { paymentId }, orderBy: { id: 'asc' } })
  return first?.source === TAKEN_OVER
}
