import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { deleteAccounts } from '~/platform/accounts/change-accounts.server'

type Undone = { importId: string; appliedAt: Date; created: readonly string[] }

/**
 * The members that an import created leave the register with their admission, consents, representatives and the accounts opened for
 * them alone. The caller has seen that nothing rests on them; the database refuses any other row.
 */
export async function takeBackMembers(tx: Tx, { importId, appliedAt, created }: Undone): Promise<void> {
  const memberId = { in: [...created] }
  const accounts = await tx.$queryRaw<{ id: string }[]>`
    select distinct x."accountId" as id from "ActingFor" x
     where x."memberId" = any(${[...created]}::uuid[])
       and not exists (select 1 from "ActingFor" o where o."accountId" = x."accountId" and o."memberId" <> all(${[...created]}::uuid[]))
       and not exists (select 1 from "Staff" s where s."accountId" = x."accountId")`
  // the trigger lets go what this import wrote, for this transaction alone
  await tx.$executeRaw`select set_config('app.undone_import', ${importId}, true)`
  await tx.representative.deleteMany({ where: { memberId } })
  await tx.consent.deleteMany({ where: { memberId } })
  await tx.memberEvent.deleteMany({ where: { memberId } })
  await tx.member.deleteMany({ where: { id: memberId } })
  await deleteAccounts(
    tx,
    accounts.map(({ id }) => id),
    appliedAt,
  )
}

/** An import is marked undone: what it refused is forgotten. */
export async function markUndone(tx: Tx, ctx: Context, importId: string): Promise<void> {
  await tx.memberImport.update({
    where: { id: importId },
    data: { undoneAt: dateFromInstant(ctx.now), refusedLines: null },
    select: { id: true },
  })
}
