import { association } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import { demandPower } from '~/platform/demand-power.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { renderPdf } from '~/platform/pdf/render.server'
import { notFound } from '~/platform/refusal'

/** The PDF of a deposit slip: its cheques for the sum they were handed in for. */
export async function slipFile(ctx: Context, id: string): Promise<{ bytes: Buffer; fileName: string }> {
  demandPower(ctx, 'dues.manage')
  const slip = await ctx.db.depositSlip.findUnique({
    where: { id },
    include: { payments: { orderBy: [{ payerName: 'asc' }, { id: 'asc' }], include: { entries: true } } },
  })
  if (!slip) throw notFound()
  const row = await association(ctx.db)
  const { SlipPdf } = await import('./slip.pdf')
  const cheques = slip.payments.map(({ payerName, chequeNumber, chequeBank, receivedCents, entries }) => ({
    payerName,
    number: chequeNumber ?? '',
    bank: chequeBank ?? '',
    cents: entries.find(({ kind }) => kind === 'RECEIVED')?.amountCents ?? receivedCents,
    unpaid: receivedCents === 0,
  }))
  const bytes = await renderPdf(
    <SlipPdf
      letterhead={letterhead(row)}
      number={slip.number}
      depositedOn={isoDate(slip.depositedOn)}
      iban={row.iban}
      cheques={cheques}
    />,
  )
  return { bytes, fileName: `remise-${slip.number}.pdf` }
}
