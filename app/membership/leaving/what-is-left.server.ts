import { officeLabel } from '~/offices/office-labels'
import { dateColumn } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'

/** What a member who leaves that day still owes (cents, oldest year first), the offices he leaves, his proxies under way. */
export type Left = { dues: { year: number; cents: number }[]; offices: string[]; proxies: number }

/**
 * Art. 4 of the law of 1901: who leaves pays the dues fallen due and those of the current year; dues of a period that begins
 * later are not owed.
 */
export async function whatIsLeft(tx: Db | Tx, { memberId, on }: { memberId: string; on: string }): Promise<Left> {
  const [dues, mandates, proxies] = await Promise.all([
    tx.dues.findMany({
      where: { memberId, settledOn: null, period: { startsOn: { lte: dateColumn(on) } } },
      select: { amountCents: true, paidCents: true, period: { select: { year: true } } },
      orderBy: { period: { year: 'asc' } },
    }),
    tx.mandate.findMany({ where: { memberId, endedOn: null }, select: { office: true }, orderBy: { from: 'asc' } }),
    tx.proxy.count({
      where: {
        state: { in: ['OFFERED', 'ACCEPTED'] },
        meeting: { state: { in: ['CONVENED', 'OPEN'] } },
        OR: [{ giverId: memberId }, { holderId: memberId }],
      },
    }),
  ])
  return {
    dues: dues.map(({ amountCents, paidCents, period }) => ({ year: period.year, cents: amountCents - paidCents })),
    offices: mandates.map(({ office }) => officeLabel(office)),
    proxies,
  }
}
