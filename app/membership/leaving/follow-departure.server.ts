import { closeDuesOf } from '~/dues/close-dues.server'
import { voidProxiesOfMember } from '~/meetings/proxies/void-proxies-of-member.server'
import { LEAVING } from '~/members/register/fold-events'
import { restrictMember } from '~/members/register/restrict-member.server'
import { endMandatesOfMember } from '~/offices/end-mandates-of-member.server'
import { accountsLeftIdle } from '~/offices/idle-accounts.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { revokeSessionsOf } from '~/platform/session.server'

/** What the end of a membership brought with it. */
export type Followed = { offices: string[]; proxies: number; dues: number; sessions: number }

/**
 * What follows the end of a membership whose day has come (8.1-b, 6.1-d, 6.2-c; art. 4 of the law of 1901: what is due stays
 * due). Done once: a member restricted already is left as he is. Call it under `lockRunningMeetings` and `lockOffices`, once the
 * departure is recorded.
 */
export async function followDeparture(tx: Tx, ctx: Context | SystemContext, memberId: string): Promise<Followed> {
  const member = await lockMember(tx, memberId)
  const today = parisDate(ctx.now)
  const leftOn = member.leftOn && isoDate(member.leftOn)
  if (leftOn === null || leftOn > today || member.restrictedOn) return { offices: [], proxies: 0, dues: 0, sessions: 0 }
  const event = await tx.memberEvent.findFirst({
    where: { memberId, kind: { in: [...LEAVING] } },
    orderBy: [{ on: 'desc' }, { recordedAt: 'desc' }],
    select: { kind: true },
  })
  const offices = await endMandatesOfMember(tx, ctx, { memberId, on: leftOn, reason: 'perte de la qualité de membre' })
  const proxies = await voidProxiesOfMember(tx, ctx, memberId)
  const dues = await closeDuesOf(tx, memberId, { as: event?.kind === 'REMOVED' ? 'REMOVED' : 'LEFT', on: leftOn })
  const sessions = await revokeSessionsOf(tx, await accountsLeftIdle(tx, memberId, today), ctx.now)
  await restrictMember(tx, memberId, today)
  const followed = { offices, proxies, dues, sessions }
  await journal(tx, ctx, { act: 'membership.ended', subject: 'Member', subjectId: memberId, details: followed })
  return followed
}

async function lockMember(tx: Tx, memberId: string) {
  await tx.$queryRaw`select id from "Member" where id = ${memberId}::uuid for no key update`
  return tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { leftOn: true, restrictedOn: true } })
}
