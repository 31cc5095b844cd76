import { dateColumn } from '~/platform/dates'
import type { Db } from '~/platform/db.server'

const NOT_EMPTIED = ['rate_limit', '_prisma_migrations', 'DemoClock']

/** Empties every table, appended ones too: each test builds an association of its own. */
export async function emptyDatabase(db: Db): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`
  const names = tables.filter(({ name }) => !NOT_EMPTIED.includes(name)).map(({ name }) => `"${name}"`)
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`set local session_replication_role = replica`)
    await tx.$executeRawUnsafe(`truncate ${names.join(', ')} restart identity cascade`)
  })
}

/** The admission of a member that was written without one. */
export async function recordAdmission(db: Db, memberId: string, on = '2020-01-01'): Promise<void> {
  const data = { memberId, kind: 'ADMITTED' as const, on: dateColumn(on), category: 'active' }
  await db.memberEvent.create({ data: { ...data, recordedAt: dateColumn(on) } })
}
