import type { Proxy as ProxyRow } from '~/generated/prisma/client'
import { may } from '~/platform/permissions'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { byName } from '~/statutes/french'
import { lockMeeting } from '../lock.server'
import { publishAttendance } from '../session/publish-attendance.server'
import { demandRunning, partiesOf, speaksFor } from './parties'
import { LIVE, proxyFacts } from './proxy-book.server'
import { mailRevocation } from './proxy-mails.server'

/**
 * The giver takes his proxy back, or the desk for him; the holder's place is free again (6.1-d, 6.2-c). Refused once the holder
 * has voted for him: then only his arrival ends it. Twice changes nothing.
 */
export async function revokeProxy(ctx: Context, input: { proxyId: string }): Promise<void> {
  const given = await ctx.db.proxy.findUnique({
    where: { id: input.proxyId },
    select: { meetingId: true, giverId: true },
  })
  if (!given || !(speaksFor(ctx, given.giverId) || may(ctx.actor, 'session.desk'))) throw notFound()
  await transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, given.meetingId)
    demandRunning(meeting)
    const proxy = await tx.proxy.findUniqueOrThrow({ where: { id: input.proxyId } })
    if (LIVE.some((state) => state === proxy.state)) await revokeWithin(tx, ctx, proxy)
  })
}

/** The same for whatever live proxy a member has given, when he answers that he comes or is absent. */
export async function revokeGivenBy(tx: Tx, ctx: Context, meetingId: string, giverId: string): Promise<void> {
  const proxy = await tx.proxy.findFirst({ where: { meetingId, giverId, state: { in: [...LIVE] } } })
  if (proxy) await revokeWithin(tx, ctx, proxy)
}

async function revokeWithin(tx: Tx, ctx: Context, proxy: ProxyRow): Promise<void> {
  await demandUnused(tx, proxy)
  const endReason = speaksFor(ctx, proxy.giverId)
    ? 'repris par celui qui l’avait donné'
    : `repris à la demande de celui qui l’avait donné, noté ${byName(ctx.actor.name)}`
  await tx.proxy.update({
    where: { id: proxy.id },
    data: { state: 'REVOKED', endedAt: dateFromInstant(ctx.now), endReason },
    select: { id: true },
  })
  await journal(tx, ctx, {
    act: 'proxy.revoked',
    subject: 'Proxy',
    subjectId: proxy.id,
    details: { meetingId: proxy.meetingId },
  })
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: proxy.meetingId } })
  await mailRevocation(tx, ctx, partiesOf(await proxyFacts(tx, meeting), proxy.giverId, proxy.holderId))
  if (meeting.state === 'OPEN') await publishAttendance(tx, meeting.id)
}

/** Waits for the votes being cast, then refuses if one of them was the giver's, by this holder. */
async function demandUnused(tx: Tx, { meetingId, giverId, holderId }: ProxyRow): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Resolution" WHERE "meetingId" = ${meetingId}::uuid AND "state" IN ('OPEN', 'ONLINE') FOR UPDATE`
  const used = await tx.$queryRaw<{ number: number; label: string }[]>`
    SELECT r."number", m."label" FROM "UsedRight" s
      JOIN "Resolution" r ON r."id" = s."resolutionId"
      JOIN "Member" m ON m."id" = s."voterId"
     WHERE r."meetingId" = ${meetingId}::uuid AND s."memberId" = ${giverId}::uuid AND s."voterId" = ${holderId}::uuid
     ORDER BY r."number" LIMIT 1`
  const [vote] = used
  if (vote)
    throw new Refusal(
      `${vote.label} a déjà voté pour vous à la résolution ${vote.number} : ce pouvoir ne peut plus être repris. Si vous venez, votre arrivée y met fin pour les votes suivants.`,
    )
}
