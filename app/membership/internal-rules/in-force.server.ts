import { dateColumn, isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { readDocument } from '~/platform/documents.server'

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

/** The file of one version, or of the one in force on a day (`version` 0); null when there is none. */
export async function internalRulesFile(db: Db, { version, on }: { version: number; on: string }) {
  const rules =
    version === 0
      ? await internalRulesOn(db, on)
      : await db.internalRules.findFirst({
          where: { version: Number.isSafeInteger(version) ? Math.min(version, 1e6) : -1 },
        })
  const found = rules && (await readDocument(db, rules.documentId))
  return rules && found && { version: rules.version, size: found.document.size, bytes: found.bytes }
}
