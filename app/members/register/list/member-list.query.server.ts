import { statutesInForce } from '~/association/in-force.server'
import { Prisma } from '~/generated/prisma/client'
import type { MemberKind } from '~/generated/prisma/enums'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Db } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { categoryList } from '../category-label'
import { membershipOf } from '../membership-rows'
import { stateOn, type MemberState } from '../member-state'
import type { MemberFilters } from './filters'
import { readKey, writeKey, type PageKey } from './page-key'
import { whereMembers } from './where.server'

const PAGE = 50
/** Counting further would cost more than the page itself. */
const COUNT_LIMIT = 5_000

export type MemberLine = {
  id: string
  number: number
  kind: MemberKind
  label: string
  /** « Martin Anne »: as the list is sorted */
  sortName: string
  category: string
  profession: string | null
  town: string | null
  state: MemberState
  consent: boolean
}

type Row = PageKey &
  Omit<MemberLine, 'state' | 'consent'> &
  Parameters<typeof membershipOf>[0] & { convocationConsentOn: Date | null }

/** One page of members in French order. Its cost does not grow with their number: pages by key, a count that stops. */
export async function memberListPage(
  ctx: Context,
  filters: MemberFilters,
  pages: { after: string | null; before: string | null },
) {
  const today = parisDate(ctx.now)
  const where = whereMembers(filters, today, may(ctx.actor, 'members.write'))
  const before = readKey(pages.before)
  const after = before ? null : readKey(pages.after)
  const [{ statutes }, count, found] = await Promise.all([
    statutesInForce(ctx.db, today),
    countUpTo(ctx.db, where),
    before ? rowsBefore(ctx.db, where, before) : rowsAfter(ctx.db, where, after),
  ])
  const rows = before ? found.slice(0, PAGE).reverse() : found.slice(0, PAGE)
  const more = found.length > PAGE
  const first = rows[0]
  const last = rows.at(-1)
  return {
    lines: rows.map((row) => lineOf(row, today)),
    count: Math.min(count, COUNT_LIMIT),
    countStopped: count > COUNT_LIMIT,
    previousKey: first && (before ? more : after) ? writeKey(first) : null,
    nextKey: last && (before || more) ? writeKey(last) : null,
    categories: categoryList(statutes),
  }
}

const COLUMNS = Prisma.sql`m."id", m."number", m."kind"::text as kind, m."label", m."sortName", m."category", m."profession", m."town",
  m."admittedOn", m."leftOn", m."suspendedFrom", m."suspendedUntil", m."convocationConsentOn"`

function rowsAfter(db: Db, where: Prisma.Sql, key: PageKey | null): Promise<Row[]> {
  const from = key ? Prisma.sql`and (m."sortName", m."id") > (${key.sortName}, ${key.id}::uuid)` : Prisma.empty
  return db.$queryRaw<Row[]>`
    select ${COLUMNS} from "Member" m where ${where} ${from} order by m."sortName", m."id" limit ${PAGE + 1}`
}

function rowsBefore(db: Db, where: Prisma.Sql, key: PageKey): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select ${COLUMNS} from "Member" m where ${where} and (m."sortName", m."id") < (${key.sortName}, ${key.id}::uuid)
     order by m."sortName" desc, m."id" desc limit ${PAGE + 1}`
}

async function countUpTo(db: Db, where: Prisma.Sql): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from "Member" m where ${where} limit ${COUNT_LIMIT + 1}) as counted`
  return found?.count ?? 0
}

function lineOf(row: Row, today: string): MemberLine {
  const { id, number, kind, label, sortName, category, profession, town } = row
  return {
    id,
    number,
    kind,
    label,
    sortName,
    category,
    profession,
    town,
    state: stateOn(membershipOf(row), today),
    consent: row.convocationConsentOn !== null,
  }
}
