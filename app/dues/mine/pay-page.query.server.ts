import { z } from 'zod'
import { ownMemberships } from '~/members/register/own-memberships.server'
import type { Context } from '~/platform/context'
import { openDuesByIds, type FoundDues } from '../payments/find-dues.query.server'

const asked = z.array(z.uuid()).max(50).catch([])

/** What a member is about to pay: his own dues that are open, and those of others added by reference (ids in the address). */
export async function payPage(ctx: Context, search: URLSearchParams) {
  const mine = (await ownMemberships(ctx)).map(({ memberId }) => memberId)
  const others = asked.parse(search.getAll('autre'))
  const own = await ctx.db.dues.findMany({
    where: { memberId: { in: mine }, settledOn: null },
    select: { id: true, lines: { where: { payment: { state: 'PROCESSING' } }, select: { paymentId: true } } },
  })
  const free = own.filter(({ lines }) => lines.length === 0).map(({ id }) => id)
  const found = await openDuesByIds(ctx.db, [...free, ...others])
  const isMine = ({ memberId }: FoundDues) => mine.includes(memberId)
  const only = search.get('cotisation')
  return {
    own: found.filter(isMine).map((dues) => ({ ...dues, chosen: only === null || only === dues.duesId })),
    others: found.filter((dues) => !isMine(dues)),
  }
}
