import { demandPower } from '~/platform/demand-power.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'

/**
 * The import of a statement is undone: its lines go, except those that another statement holds too, which are that one's from then on.
 * Undone already, it stays so. Refused: unknown (404), a line of it alone that became a payment (409).
 */
export async function undoStatement(ctx: Context, statementId: string): Promise<void> {
  demandPower(ctx, 'dues.manage')
  await transact(ctx.db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('bank-statements', 0))`
    const statement = await tx.bankStatement.findUnique({ where: { id: statementId }, select: { undoneAt: true } })
    if (!statement) throw notFound()
    if (statement.undoneAt) return
    // held: nobody accepts a line that is about to go
    await tx.$queryRaw`select 1 from "BankLine" where "statementId" = ${statementId}::uuid order by id for update`
    await tx.bankLineSeen.deleteMany({ where: { statementId } })
    await tx.$executeRaw`
      update "BankLine" l set "statementId" = s."statementId"
        from (select distinct on ("lineId") "lineId", "statementId" from "BankLineSeen" order by "lineId", "statementId") s
       where s."lineId" = l.id and l."statementId" = ${statementId}::uuid`
    const paid = await tx.bankLine.count({ where: { statementId, state: 'MATCHED' } })
    if (paid > 0)
      throw new Refusal(
        'Un paiement a été enregistré à partir de ce relevé : annulez d’abord ce paiement, puis l’import.',
      )
    const { count } = await tx.bankLine.deleteMany({ where: { statementId } })
    await tx.bankStatement.update({
      where: { id: statementId },
      data: { undoneAt: dateFromInstant(ctx.now), undoneById: ctx.actor.accountId },
      select: { id: true },
    })
    const details = { lines: count }
    await journal(tx, ctx, { act: 'statement.undone', subject: 'BankStatement', subjectId: statementId, details })
  })
}
