import { Prisma } from '~/generated/prisma/client'
import type { Tx } from './db.server'

type Table =
  | 'Account' | 'Member' | 'MemberEvent' | 'Consent' | 'Representative' | 'JournalEntry'
  | 'Payment' | 'PaymentLine' | 'PaymentEntry' | 'Allocation' // prettier-ignore

/**
 * Any number of rows in one statement and one parameter: `createMany` binds each value and takes tens of seconds for ten
 * thousand members. Every row names the same columns; what is undefined is null.
 */
export async function insertRows(tx: Tx, table: Table, rows: readonly object[], onConflict = ''): Promise<void> {
  const [first] = rows
  if (!first) return
  const name = Prisma.raw(`"${table}"`)
  const columns = Prisma.raw(Object.keys(first).map((column) => `"${column}"`).join(', ')) // prettier-ignore
  await tx.$executeRaw`
    insert into ${name} (${columns})
    select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json) ${Prisma.raw(onConflict)}`
}
