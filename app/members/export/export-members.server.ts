import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { journal } from '~/platform/journal.server'
import type { MemberFilters } from '../register/list/filters'
import { demandPower } from '~/platform/demand-power.server'
import { EXPORT_COLUMNS, NUMERIC_COLUMNS, type ExportRow } from './columns'
import { CSV_MARK, csvLine } from '~/platform/spreadsheet/csv'
import { exportRows } from './export-rows.server'
import { xlsx } from '~/platform/spreadsheet/write-xlsx.server'

export type ExportForm = 'csv' | 'xlsx'
const TYPES: Record<ExportForm, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The members that the filters keep, as a file that streams; the journal keeps who took it and with which filters. */
export async function exportMembers(
  ctx: Context,
  input: { form: ExportForm; filters: MemberFilters },
): Promise<Response> {
  demandPower(ctx, 'members.read')
  const { form, filters } = input
  // the words searched may be a name: the journal holds none
  const kept = { ...filters, q: filters.q === '' ? '' : '…' }
  await journal(ctx.db, ctx, { act: 'members.exported', subject: 'Member', details: { form, filters: kept } })
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'export', details: { form, filters: kept } })
  const rows = exportRows(ctx, filters)
  const pieces = form === 'csv' ? Readable.from(csvPieces(rows)) : xlsx('Membres', EXPORT_COLUMNS, sheetRows(rows))
  return new Response(createReadableStreamFromReadable(pieces), {
    headers: {
      'Content-Type': TYPES[form],
      'Content-Disposition': `attachment; filename="membres-${parisDate(ctx.now)}.${form}"`,
      'Cache-Control': 'no-store',
    },
  })
}

async function* csvPieces(batches: AsyncIterable<ExportRow[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_MARK + csvLine(EXPORT_COLUMNS))
  for await (const rows of batches)
    yield Buffer.from(rows.map((row) => csvLine(EXPORT_COLUMNS.map((column) => row[column]))).join(''))
}

async function* sheetRows(batches: AsyncIterable<ExportRow[]>) {
  for await (const rows of batches)
    yield rows.map((row) =>
      EXPORT_COLUMNS.map((column) =>
        NUMERIC_COLUMNS.has(column) ? { number: row[column].replace(',', '.') } : row[column],
      ),
    )
}
