import { voidProxiesOfMember } from '~/meetings/proxies/void-proxies-of-member.server'
import { LEAVING } from '~/members/register/fold-events'
import { endMandatesOfMember } from '~/offices/end-mandates-of-member.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant, isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'

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
  const dues = await tx.dues.updateMany({
    where: { memberId, closedAs: null },
    data: { closedAs: event?.kind === 'REMOVED' ? 'REMOVED' : 'LEFT', closedOn: dateColumn(leftOn), nextOn: null },
  })
  const sessions = await cutSessions(tx, ctx, memberId)
  await tx.member.update({ where: { id: memberId }, data: { restrictedOn: dateColumn(today) }, select: { id: true } })
  const followed = { offices, proxies, dues: dues.count, sessions }
  await journal(tx, ctx, { act: 'membership.ended', subject: 'Member', subjectId: memberId, details: followed })
  return followed
}

async function lockMember(tx: Tx, memberId: string) {
  await tx.$queryRaw`select id from "Member" where id = ${memberId}::uuid for no key update`
  return tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { leftOn: true, restrictedOn: true } })
}

/** Ends the sessions of those who spoke for this member and speak for nobody else any more: no member, no employee. */
async function cutSessions(tx: Tx, ctx: Context | SystemContext, memberId: string): Promise<number> {
  const today = parisDate(ctx.now)
  return tx.$executeRaw`
    update "Session" s set "revokedAt" = ${dateFromInstant(ctx.now)}
     where s."revokedAt" is null
       and s."accountId" in (
         select m."accountId" from "Member" m where m.id = ${memberId}::uuid
         union select r."accountId" from "Representative" r where r."memberId" = ${memberId}::uuid)
       and not exists (
         select 1 from "Member" m where m."accountId" = s."accountId" and (m."leftOn" is null or m."leftOn" > ${today}::date))
       and not exists (
         select 1 from "Representative" r join "Member" m on m.id = r."memberId"
          where r."accountId" = s."accountId" and (r."until" is null or r."until" >= ${today}::date)
            and (m."leftOn" is null or m."leftOn" > ${today}::date))
       and not exists (
         select 1 from "Staff" f where f."accountId" = s."accountId" and (f."until" is null or f."until" >= ${today}::date))`
}
