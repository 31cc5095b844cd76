import type { Context, SystemContext } from '../context'
import { dateFromInstant } from '../dates'
import type { Tx } from '../db.server'
import { v7 } from '../uuid.server'
import { insertRows } from '../insert-rows.server'

type Wanted = { email: string; name: string }

/**
 * The account of each address, opened where there is none: one statement to read and one to write, whatever their number.
 * An account that exists (an employee, a representative) is used as it is.
 */
export async function openAccounts(
  tx: Tx,
  ctx: Context | SystemContext,
  wanted: readonly Wanted[],
): Promise<Map<string, string>> {
  const names = new Map(wanted.map(({ email, name }) => [email, name]))
  if (names.size === 0) return new Map()
  const at = dateFromInstant(ctx.now)
  const data = [...names].map(([email, name]) => ({ id: v7(ctx.now.epochMilliseconds), email, name, createdAt: at }))
  await insertRows(tx, 'Account', data, 'on conflict (email) do nothing')
  const found = await tx.$queryRaw<{ id: string; email: string }[]>`
    select id, email from "Account" where email = any(${[...names.keys()]}::text[])`
  return new Map(found.map(({ id, email }) => [email, id]))
}
