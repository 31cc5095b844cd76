import { dateColumn, isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'

/** The internal rules in force on a civil day (18-a); null while there are none. */
export async function internalRulesOn(db: Db | Tx, on: string) {
  const row = await db.internalRules.findFirst({
    where: { effectiveFrom: { lte: dateColumn(on) } },
    orderBy: [{ effectiveFrom: 'desc' }, { version: 'desc' }],
  })
  if (!row) return null
  const { id, version, approvedBy, documentId } = row
  return {
    id,
    version,
    approvedBy,
    documentId,
    approvedOn: isoDate(row.approvedOn),
    effectiveFrom: isoDate(row.effectiveFrom),
  }
}
