import type { Receipt } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { instantFromDate, isoDate } from '~/platform/dates'
import { renderPdf } from '~/platform/pdf/render.server'
import { notFound } from '~/platform/refusal'
import { METHOD_WORDS } from '../payments/method-words'
import { receiptFacts } from './facts'
import { mayRead } from './may-read.server'

/** The PDF of a receipt, for its member and for those who keep the dues; 404 for the others. */
export async function receiptFile(ctx: Context, id: string): Promise<{ bytes: Buffer; fileName: string }> {
  const receipt = await ctx.db.receipt.findUnique({ where: { id } })
  if (!receipt || !(await mayRead(ctx, receipt.memberId))) throw notFound()
  const { number, memberId } = receipt
  await recordAccess(ctx.db, ctx, { memberId, kind: 'receipt', details: { number } })
  return { bytes: await receiptBytes(receipt), fileName: receiptFileName(number) }
}

export const receiptFileName = (number: number) => `recu-${number}.pdf`

/** The receipt on paper, as it stands: a cancelled one says so. */
export async function receiptBytes(receipt: Receipt): Promise<Buffer> {
  const { number, amountCents, paidOn, method, issuedAt, cancelledOn, cancelReason, facts } = receipt
  const { ReceiptPdf } = await import('./receipt.pdf')
  return renderPdf(
    <ReceiptPdf
      number={number}
      amountCents={amountCents}
      paidOn={isoDate(paidOn)}
      method={METHOD_WORDS[method]}
      issuedOn={parisDate(instantFromDate(issuedAt))}
      issuedAt={issuedAt}
      facts={receiptFacts.parse(facts)}
      cancelled={cancelledOn && { on: isoDate(cancelledOn), reason: cancelReason ?? 'sans motif noté' }}
    />,
  )
}
