import { now as readClock } from '../clock.server'
import { db, transact } from '../db.server'
import { env } from '../env.server'
import { notFound } from '../refusal'
import { createSession, findSession, revokeSessions } from '../session.server'
import { deviceOf } from '../sign-in/device'

/** Opens the session of anybody, in a demonstration only; the one that the browser had ends. Returns the cookie. */
export async function enterAs(accountId: string, headers: Headers): Promise<string> {
  if (!env().DEMO) throw notFound()
  const now = await readClock()
  const open = await findSession(db(), headers.get('cookie'), now)
  return transact(db(), async (tx) => {
    const account = await tx.account.findUnique({ where: { id: accountId }, select: { disabledAt: true } })
    if (!account || account.disabledAt) throw notFound()
    if (open) await revokeSessions(tx, { accountId: open.accountId, only: open.id, now })
    const device = deviceOf(headers.get('user-agent'))
    const { cookie } = await createSession(tx, { accountId, device, now })
    return cookie
  })
}
