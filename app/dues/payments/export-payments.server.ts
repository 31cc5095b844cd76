import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { CSV_MARK, csvLine } from '~/platform/spreadsheet/csv'
import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { journal } from '~/platform/journal.server'
import { moneyInput, shortDate } from '~/ui/format'
import type { PaymentFilters } from './filters'
import { METHOD_WORDS, STATE_WORDS } from './method-words'
import { allPayments, type PaymentLine } from './payment-list.query.server'

const COLUMNS = [
  'date', 'payeur', 'mode', 'etat', 'montant_recu', 'rembourse', 'conteste', 'affecte', 'reste', 'cheque', 'banque', 'bordereau',
  'reference', 'cotisations', 'recus',
] // prettier-ignore

/** The payments that the filters keep, as a CSV that streams; who took it is in the journal. */
export async function exportPayments(ctx: Context, filters: PaymentFilters): Promise<Response> {
  demandPower(ctx, 'dues.manage')
  // the words searched may be a name: the journal holds none
  const kept = { ...filters, q: filters.q === '' ? '' : '…' }
  await journal(ctx.db, ctx, { act: 'payments.exported', subject: 'Payment', details: { filters: kept } })
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'dues-export', details: { filters: kept } })
  return new Response(createReadableStreamFromReadable(Readable.from(pieces(ctx, filters))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="paiements-${parisDate(ctx.now)}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}

async function* pieces(ctx: Context, filters: PaymentFilters): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_MARK + csvLine(COLUMNS))
  for await (const rows of allPayments(ctx.db, filters))
    yield Buffer.from(rows.map((row) => csvLine(cells(row))).join(''))
}

function cells(row: PaymentLine): string[] {
  const left = Math.max(0, row.receivedCents - row.refundedCents - row.contestedCents) - row.allocatedCents
  return [
    shortDate(row.on),
    row.payerName,
    METHOD_WORDS[row.method],
    STATE_WORDS[row.state],
    moneyInput(row.receivedCents),
    moneyInput(row.refundedCents),
    moneyInput(row.contestedCents),
    moneyInput(row.allocatedCents),
    moneyInput(left),
    row.chequeNumber ?? '',
    row.chequeBank ?? '',
    row.slip === null ? '' : String(row.slip),
    row.reference ?? '',
    row.dues.join(', '),
    row.receipts.join(', '),
  ]
}
