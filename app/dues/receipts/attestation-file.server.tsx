import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { renderPdf } from '~/platform/pdf/render.server'
import { notFound } from '~/platform/refusal'
import { METHOD_WORDS } from '../payments/method-words'
import type { AttestationProps } from './attestation.pdf'
import { memberAddress, associationHead } from './heads.server'
import { mayRead } from './may-read.server'
import { receiptSigner } from './signer.server'

/** The attestation of one member and year, as things stand today; 404 when nothing was asked of him, or for others. */
export async function attestationFile(ctx: Context, memberId: string, year: number) {
  if (!(await mayRead(ctx, memberId))) throw notFound()
  const dues = await ctx.db.dues.findFirst({
    where: { memberId, period: { year } },
    include: { period: true, member: true },
  })
  if (!dues) throw notFound()
  await recordAccess(ctx.db, ctx, { memberId, kind: 'receipt', details: { year } })
  const today = parisDate(ctx.now)
  const { AttestationPdf } = await import('./attestation.pdf')
  const bytes = await renderPdf(
    <AttestationPdf
      association={await associationHead(ctx.db)}
      member={{ name: dues.member.label, address: memberAddress(dues.member) }}
      year={year}
      period={{ from: isoDate(dues.period.startsOn), until: isoDate(dues.period.endsOn) }}
      dueCents={dues.amountCents}
      paidCents={dues.paidCents}
      settledOn={dues.settledOn && isoDate(dues.settledOn)}
      payments={await paymentsOf(ctx.db, dues.id)}
      signer={await receiptSigner(ctx.db, today)}
      issuedOn={today}
    />,
  )
  return { bytes, fileName: `attestation-${year}.pdf` }
}

/** What each payment gave to a dues and still gives, in order of day. */
async function paymentsOf(db: Db, duesId: string): Promise<AttestationProps['payments']> {
  const sums = await db.allocation.groupBy({ by: ['paymentId'], where: { duesId }, _sum: { amountCents: true } })
  const given = new Map(sums.map(({ paymentId, _sum }) => [paymentId, _sum.amountCents ?? 0]))
  const payments = await db.payment.findMany({
    where: { id: { in: [...given.keys()] } },
    orderBy: [{ paidOn: 'asc' }, { id: 'asc' }],
    include: { receipts: { where: { duesId, cancelledOn: null } } },
  })
  return payments.flatMap(({ id, paidOn, method, receipts }) => {
    const amountCents = given.get(id) ?? 0
    if (amountCents <= 0 || !paidOn) return []
    return [
      { paidOn: isoDate(paidOn), method: METHOD_WORDS[method], amountCents, receipt: receipts[0]?.number ?? null },
    ]
  })
}
