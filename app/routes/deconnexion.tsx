import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { openContext } from '~/offices/request.server'
import { clearedCookie, revokeSessions } from '~/platform/session.server'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const { db, now, actor } = await openContext(request)
  if (actor) await revokeSessions(db, { accountId: actor.accountId, only: actor.sessionId, now })
  return redirect('/', { headers: { 'Set-Cookie': clearedCookie() } })
}
