import { duesOwedBy } from '~/dues/owed.server'
import { receiveMany } from '~/dues/ledger/receive-many.server'
import { RECEIPTED_ELSEWHERE, TAKEN_OVER } from '~/dues/ledger/taken-over'
import { openMissingDues } from '~/dues/open-missing-dues.server'
import type { DuesSide } from '~/members/import/dues-side'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { isoDate } from '~/platform/dates'
import { judgeLine, type KnownDues } from './judge-line'

/** 12-a: the dues of a file of members, for whoever keeps both; null for whoever may not write payments. */
export const duesSideFor = (ctx: Context): DuesSide | null => (may(ctx.actor, 'dues.manage') ? duesSide : null)

/** 12-a: the dues of a file of members. */
export const duesSide: DuesSide = {
  judge: async (tx, ctx, lines) => {
    const years = new Set((await tx.duesPeriod.findMany({ select: { year: true } })).map(({ year }) => year))
    const known = await recordedDues(tx, lines.flatMap(({ memberId }) => memberId ?? [])) // prettier-ignore
    const joining = lines.flatMap(({ key, category, admittedOn, left }) =>
      left ? [] : [{ key, category, admittedOn }],
    )
    const owed = groupBy(await duesOwedBy(tx, ctx, joining), ({ key }) => key)
    return lines.map((line) =>
      judgeLine(line, {
        years,
        recorded: line.memberId === null ? [] : (known.get(line.memberId) ?? []),
        owed: owed.get(line.key) ?? [],
      }),
    )
  },

  write: async (tx, ctx, taken, { receipts }) => {
    const opened = await openMissingDues(tx, ctx)
    const dues = await duesOf(tx, taken)
    const received = taken.map(({ memberId, year, cents, on, method, reference }) => {
      const { id, label } = dues.get(`${memberId} ${year}`) ?? missing()
      return { duesId: id, amountCents: cents, method, on, payerName: label, payerMemberId: memberId, reference }
    })
    await receiveMany(tx, ctx, received, receipts ? TAKEN_OVER : RECEIPTED_ELSEWHERE)
    return { opened: opened.length, paid: taken.length, paidCents: taken.reduce((sum, { cents }) => sum + cents, 0) }
  },
}

function missing(): never {
  throw new Error('the dues of a line were opened')
}

async function duesOf(tx: Tx, taken: { memberId: string; year: number }[]) {
  const rows = await tx.$queryRaw<{ id: string; memberId: string; year: number; label: string }[]>`
    select d.id, d."memberId", p.year, m.label from "Dues" d join "DuesPeriod" p on p.id = d."periodId" join "Member" m on m.id = d."memberId"
     where d."memberId" = any(${taken.map(({ memberId }) => memberId)}::uuid[])`
  return new Map(rows.map(({ id, label, memberId, year }) => [`${memberId} ${year}`, { id, label }]))
}

function groupBy<K, T>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** The dues of these members with the payments that each has had, those taken out left aside. */
async function recordedDues(tx: Tx, memberIds: string[]): Promise<Map<string, KnownDues[]>> {
  const rows = await tx.dues.findMany({
    where: { memberId: { in: memberIds } },
    select: {
      memberId: true,
      amountCents: true,
      paidCents: true,
      period: { select: { year: true } },
      lines: {
        select: { amountCents: true, payment: { select: { method: true, paidOn: true, receivedCents: true } } },
      },
    },
  })
  const known = rows.map(({ period, lines, ...row }) => ({
    ...row,
    year: period.year,
    payments: lines.flatMap(({ amountCents, payment: { method, paidOn, receivedCents } }) =>
      receivedCents > 0 && paidOn ? [{ method, on: isoDate(paidOn), cents: amountCents }] : [],
    ),
  }))
  return groupBy(known, ({ memberId }) => memberId)
}
