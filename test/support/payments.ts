import { execFileSync } from 'node:child_process'
import type { PaymentInput } from '~/dues/payments/payment.form'
import type { Db } from '~/platform/db.server'
import { v7 } from '~/platform/uuid.server'
import { TEST_NOW } from './builders'

/** The dues of a member for a year, as they stand. */
export const duesOfMember = (db: Db, member: { id: string }, year = 2027) =>
  db.dues.findFirstOrThrow({ where: { memberId: member.id, period: { year } } })

/** A transfer for these dues, of all that they lack, unless said otherwise. */
export const aPayment = (duesIds: string[], more: Partial<PaymentInput> = {}): PaymentInput => ({
  id: v7(TEST_NOW.epochMilliseconds),
  method: 'TRANSFER',
  paidOn: '2027-05-03',
  payerName: 'Un payeur',
  receivedCents: null,
  chequeNumber: null,
  chequeBank: null,
  reference: null,
  bankLineId: null,
  lines: duesIds.map((duesId) => ({ duesId, amountCents: null })),
  ...more,
})

/** The text of a PDF, its spaces made plain. */
export const textOfPdf = (bytes: Uint8Array): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' }).replace(/[\u00a0\u202f]/g, ' ')
