import type { Temporal } from 'temporal-polyfill'
import { dateFromInstant } from '../dates'
import type { Tx } from '../db.server'

/** Accounts take another address and name, in one statement. The caller has seen that each address is free, or its own. */
export async function renameAccounts(
  tx: Tx,
  renamed: readonly { accountId: string | null; email: string; name: string }[],
): Promise<void> {
  await tx.$executeRaw`
    update "Account" a set email = x.email, name = x.name
      from json_to_recordset(${JSON.stringify(renamed)}::json) x("accountId" uuid, email text, name text)
     where a.id = x."accountId" and (a.email, a.name) is distinct from (x.email, x.name)`
}

/**
 * An account takes another address. False, and nothing is written, when somebody holds that address or when the account no
 * longer has the address `from`. Two accounts that ask for one address take turns.
 */
export async function takeAddress(
  tx: Tx,
  { accountId, from, to }: { accountId: string; from: string; to: string },
): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`address:${to}`}, 0))`
  const taken = await tx.account.findUnique({ where: { email: to }, select: { id: true } })
  if (taken) return false
  const { count } = await tx.account.updateMany({ where: { id: accountId, email: from }, data: { email: to } })
  return count > 0
}

/**
 * Closes accounts for good: each gets an address that reaches nobody, and its sessions and links go. One that is closed already
 * keeps the day of its closing.
 */
export async function closeAccounts(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  const accountId = { in: [...ids] }
  await tx.$executeRaw`
    update "Account" set email = 'efface-' || id || '@efface.invalid', "disabledAt" = coalesce("disabledAt", ${dateFromInstant(now)})
     where id = any(${[...ids]}::uuid[])`
  await tx.session.deleteMany({ where: { accountId } })
  await tx.signInLink.deleteMany({ where: { accountId } })
}

/** The accounts of people whose name is erased show this name instead. */
export async function nameAccounts(tx: Tx, ids: readonly string[], name: string): Promise<void> {
  await tx.account.updateMany({ where: { id: { in: [...ids] } }, data: { name } })
}

/** Accounts opened at that moment for nothing that lasts go; the caller has seen that nobody acts through them any more. */
export async function deleteAccounts(tx: Tx, ids: readonly string[], openedAt: Date): Promise<void> {
  await tx.account.deleteMany({ where: { id: { in: [...ids] }, createdAt: openedAt } })
}
