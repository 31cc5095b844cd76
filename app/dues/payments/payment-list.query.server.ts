import { z } from 'zod'
import { Prisma } from '~/generated/prisma/client'
import type { PaymentMethod, PaymentState } from '~/generated/prisma/enums'
import type { Context } from '~/platform/context'
import type { Db } from '~/platform/db.server'
import type { PaymentFilters } from './filters'
import { wherePayments } from './where.server'

const PAGE = 50
/** Counting further would cost more than the page itself. */
const COUNT_LIMIT = 5_000

export type PaymentLine = {
  id: string
  createdAt: Date
  on: string
  payerName: string
  method: PaymentMethod
  state: PaymentState
  expectedCents: number
  receivedCents: number
  refundedCents: number
  contestedCents: number
  allocatedCents: number
  reference: string | null
  chequeNumber: string | null
  chequeBank: string | null
  slip: number | null
  /** « C2027-00042 Dr Anne Martin », one a dues */
  dues: string[]
  receipts: number[]
}

const keySchema = z.tuple([z.iso.datetime({ offset: true }), z.uuid()])
type Key = [string, string]

const readKey = (text: string | null): Key | null => {
  const parts = keySchema.safeParse(text?.split('_'))
  return parts.success ? parts.data : null
}
const writeKey = ({ createdAt, id }: PaymentLine) => `${createdAt.toISOString()}_${id}`

/** One page of payments, the latest first. Its cost does not grow with their number: pages by key, a count that stops. */
export async function paymentListPage(
  ctx: Context,
  filters: PaymentFilters,
  pages: { after: string | null; before: string | null },
) {
  const where = wherePayments(filters)
  const before = readKey(pages.before)
  const after = before ? null : readKey(pages.after)
  const [count, found] = await Promise.all([
    countUpTo(ctx.db, where),
    before ? paymentRows(ctx.db, where, before, 'before') : paymentRows(ctx.db, where, after, 'after'),
  ])
  const rows = before ? found.slice(0, PAGE).reverse() : found.slice(0, PAGE)
  const more = found.length > PAGE
  const first = rows[0]
  const last = rows.at(-1)
  return {
    lines: rows,
    count: Math.min(count, COUNT_LIMIT),
    countStopped: count > COUNT_LIMIT,
    previousKey: first && (before ? more : after) ? writeKey(first) : null,
    nextKey: last && (before || more) ? writeKey(last) : null,
  }
}

/** Rows on one side of a key, one more than a page; the latest first, or nearest to the key when they come before it. */
function paymentRows(
  db: Db,
  where: Prisma.Sql,
  key: Key | null,
  side: 'after' | 'before',
  limit = PAGE + 1,
): Promise<PaymentLine[]> {
  const sign = side === 'after' ? Prisma.sql`<` : Prisma.sql`>`
  const order = side === 'after' ? Prisma.sql`desc` : Prisma.sql`asc`
  const from = key
    ? Prisma.sql`and (p."createdAt", p.id) ${sign} (${key[0]}::timestamptz, ${key[1]}::uuid)`
    : Prisma.empty
  return db.$queryRaw<PaymentLine[]>`
    with page as (select p.* from "Payment" p where ${where} ${from} order by p."createdAt" ${order}, p.id ${order} limit ${limit})
    select p.id, p."createdAt", p."payerName", p.method::text as method, p.state::text as state, p."expectedCents",
           p."receivedCents", p."refundedCents", p."contestedCents", p."allocatedCents", p.reference, p."chequeNumber", p."chequeBank",
           to_char(coalesce(p."paidOn", (p."createdAt" at time zone 'Europe/Paris')::date), 'YYYY-MM-DD') as on,
           s.number as slip,
           array(select d.reference || ' ' || m.label from "PaymentLine" l join "Dues" d on d.id = l."duesId"
                   join "Member" m on m.id = d."memberId" where l."paymentId" = p.id order by l.position) as dues,
           array(select r.number from "Receipt" r where r."paymentId" = p.id and r."cancelledOn" is null order by r.number) as receipts
      from page p left join "DepositSlip" s on s.id = p."depositSlipId"
     order by p."createdAt" ${order}, p.id ${order}`
}

async function countUpTo(db: Db, where: Prisma.Sql): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from "Payment" p where ${where} limit ${COUNT_LIMIT + 1}) as counted`
  return found?.count ?? 0
}

/** Every payment that the filters keep, batch by batch: memory does not grow with their number. */
export async function* allPayments(db: Db, filters: PaymentFilters): AsyncGenerator<PaymentLine[]> {
  const where = wherePayments(filters)
  const batch = 1_000
  let key: Key | null = null
  for (;;) {
    const rows: PaymentLine[] = await paymentRows(db, where, key, 'after', batch)
    if (rows.length > 0) yield rows
    const last: PaymentLine | undefined = rows.at(-1)
    if (!last || rows.length < batch) return
    key = [last.createdAt.toISOString(), last.id]
  }
}
