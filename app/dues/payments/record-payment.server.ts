import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { transact } from '~/platform/db.server'
import { badField } from '~/platform/refusal'
import { euros } from '~/ui/format'
import { applyPayment } from '../ledger/apply-payment.server'
import { bringTotal } from '../ledger/bring-total.server'
import { createPayment } from '../ledger/create-payment.server'
import { takeBankLine } from '~/banking/take-bank-line.server'
import { openLines, type OpenLine } from './open-lines.server'
import type { PaymentInput } from './payment.form'

/**
 * 12-a: money that came by transfer, cheque or cash, for one member or several: one payment, one receipt each. The same
 * `id` again is the same payment. Refused: a day to come, a dues already paid or asked more than it lacks, a sum smaller than
 * its lines (400); a bank line already used (409). Returns the payment's id.
 */
export async function recordPayment(ctx: Context | SystemContext, input: PaymentInput): Promise<string> {
  demandPower(ctx, 'dues.manage')
  if (input.paidOn > parisDate(ctx.now)) throw badField('paidOn', 'Cette date est à venir.')
  return transact(ctx.db, (tx) => recordPaymentIn(tx, ctx, input))
}

type Known = PaymentInput & {
  /** who paid, when the caller knows it better than by his name */
  payerMemberId?: string | null
}

/** The same inside the caller's transaction, which has checked the power and the day. */
export async function recordPaymentIn(tx: Tx, ctx: Context | SystemContext, input: Known): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`payment:${input.id}`}, 0))`
  if (await tx.payment.findUnique({ where: { id: input.id }, select: { id: true } })) return input.id
  const open = await openLines(
    tx,
    input.lines.map(({ duesId }) => duesId),
  )
  const lines = input.lines.map(({ duesId, amountCents }, index) => ({
    duesId,
    amountCents: demandOpen(open.get(duesId), amountCents, index),
  }))
  const total = lines.reduce((sum, line) => sum + line.amountCents, 0)
  const receivedCents = input.receivedCents ?? total
  if (receivedCents < total)
    throw badField(
      'receivedCents',
      `Les cotisations choisies font ${euros(total)} : réduisez ce qui va à l’une d’elles.`,
    )
  if (input.bankLineId) await takeBankLine(tx, input.bankLineId, receivedCents)
  const paymentId = await createPayment(tx, ctx, {
    id: input.id,
    method: input.method,
    payerName: input.payerName,
    payerMemberId: input.payerMemberId ?? payerAmong([...open.values()], input.payerName),
    lines,
    reference: input.reference,
    chequeNumber: input.method === 'CHEQUE' ? input.chequeNumber : null,
    chequeBank: input.method === 'CHEQUE' ? input.chequeBank : null,
    bankLineId: input.bankLineId,
  })
  const source = input.bankLineId ? 'bank-statement' : 'manual'
  await bringTotal(tx, ctx, { paymentId, kind: 'RECEIVED', totalCents: receivedCents, on: input.paidOn, source })
  await applyPayment(tx, ctx, paymentId)
  return paymentId
}

function demandOpen(line: OpenLine | undefined, wantedCents: number | null, index: number): number {
  const field = `lines[${index}].amountCents`
  if (!line) throw badField(field, 'Cette cotisation n’existe plus.')
  if (line.lackingCents === 0) throw badField(field, `La cotisation de ${line.label} est déjà réglée.`)
  if (wantedCents !== null && wantedCents > line.lackingCents)
    throw badField(field, `Il ne reste que ${euros(line.lackingCents)} à régler pour ${line.label}.`)
  return wantedCents ?? line.lackingCents
}

/** The member among those paid for whoever bears the payer's name. */
function payerAmong(lines: OpenLine[], payerName: string): string | null {
  return lines.find(({ label }) => label === payerName)?.memberId ?? null
}
