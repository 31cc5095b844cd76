import { demandPower } from '~/members/permission.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { readTable } from '~/platform/spreadsheet/read-table.server'
import { withFingerprints } from './fingerprints'
import { readStatement, statementVocabulary } from './read-statement'

export type ImportedStatement = {
  /** credits that were not known yet */
  added: number
  /** credits that another statement had brought */
  known: number
  debits: number
}

/** Keeps the credits of a statement (CSV or .xlsx), once each however often it is imported. Refused (400): unreadable. */
export async function importStatement(
  ctx: Context,
  file: { fileName: string; bytes: Uint8Array },
): Promise<ImportedStatement> {
  demandPower(ctx, 'dues.manage')
  const { credits, debits } = readStatement(await readTable(file.bytes, { vocabulary: statementVocabulary }))
  const lines = withFingerprints(credits)
  return transact(ctx.db, async (tx) => {
    const { id: statementId } = await tx.bankStatement.create({
      data: {
        fileName: file.fileName.slice(0, 200),
        createdBy: ctx.actor.accountId,
        createdAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    const { count: added } = await tx.bankLine.createMany({
      data: lines.map(({ on, label, amountCents, fingerprint }) => ({
        statementId,
        fingerprint,
        on: dateColumn(on),
        label,
        amountCents,
      })),
      skipDuplicates: true,
    })
    const counts = { added, known: lines.length - added, debits }
    await journal(tx, ctx, {
      act: 'statement.imported',
      subject: 'BankStatement',
      subjectId: statementId,
      details: counts,
    })
    return counts
  })
}
