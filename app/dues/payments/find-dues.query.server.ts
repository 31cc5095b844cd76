import { Prisma } from '~/generated/prisma/client'
import { searchWords } from '~/platform/folding'
import type { Db } from '~/platform/db.server'

/** A dues not paid in full: whose, for which year, what it lacks (cents). */
export type FoundDues = {
  duesId: string
  reference: string
  year: number
  memberId: string
  memberNumber: number
  label: string
  lackingCents: number
  dueOn: string
}

const COLUMNS = Prisma.sql`d.id as "duesId", d.reference, p.year, m.id as "memberId", m.number as "memberNumber", m.label,
  d."amountCents" - d."paidCents" as "lackingCents", to_char(d."dueOn", 'YYYY-MM-DD') as "dueOn"`
const FROM = Prisma.sql`"Dues" d join "DuesPeriod" p on p.id = d."periodId" join "Member" m on m.id = d."memberId"`

/** Dues not settled whose member or reference holds every word; the latest years first. */
export async function findOpenDues(db: Db, query: string, limit = 12): Promise<FoundDues[]> {
  const words = searchWords(query)
  if (words.length === 0) return []
  const conditions = words.map(
    (word) => Prisma.sql`(m."searchText" like ${`%${word}%`} or lower(d.reference) like ${`%${word}%`})`,
  )
  return db.$queryRaw<FoundDues[]>`
    select ${COLUMNS} from ${FROM}
     where d."paidCents" < d."amountCents" and ${Prisma.join(conditions, ' and ')}
     order by p.year desc, m."sortName", m.id limit ${limit}`
}

/** These dues when they are not settled, in the order asked. */
export async function openDuesByIds(db: Db, ids: readonly string[]): Promise<FoundDues[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<FoundDues[]>`
    select ${COLUMNS} from ${FROM} where d."paidCents" < d."amountCents" and d.id = any(${[...ids]}::uuid[])`
  return rows.toSorted((a, b) => ids.indexOf(a.duesId) - ids.indexOf(b.duesId))
}
