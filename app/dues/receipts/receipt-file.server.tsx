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
  const { number, memberId, amountCents, paidOn, method, issuedAt, cancelledOn, cancelReason } = receipt
  await recordAccess(ctx.db, ctx, { memberId, kind: 'receipt', details: { number } })
  const { ReceiptPdf } = await import('./receipt.pdf')
  const bytes = await renderPdf(
    <ReceiptPdf
      number={number}
      amountCents={amountCents}
      paidOn={isoDate(paidOn)}
      method={METHOD_WORDS[method]}
      issuedOn={parisDate(instantFromDate(issuedAt))}
      facts={receiptFacts.parse(receipt.facts)}
      cancelled={cancelledOn && { on: isoDate(cancelledOn), reason: cancelReason ?? 'sans motif noté' }}
    />,
  )
  return { bytes, fileName: `recu-${number}.pdf` }
}
