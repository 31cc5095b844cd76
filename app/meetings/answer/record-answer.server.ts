import type { AnswerKind } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { demandLawful, notFound, Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { speaksFor } from '../proxies/parties'
import { saidAbsent } from '../proxies/said-absent.server'
import { tellGivers } from '../proxies/tell-givers.server'
import { revokeGivenBy } from '../proxies/revoke-proxy.server'
import { judgeVideo } from '../session/video'

export type PlainAnswer = Exclude<AnswerKind, 'PROXY'>

/**
 * A member says that he comes, comes by video or is absent, which takes back the proxy that he had given. The latest answer
 * holds. Those whose proxy he holds are told when it turns to absent, and when it turns back; their proxies stay. Refused to
 * whoever does not speak for him, once the session is open, and by video where no article allows it.
 */
export async function recordAnswer(
  ctx: Context,
  input: { meetingId: string; memberId: string; kind: PlainAnswer },
): Promise<void> {
  const { meetingId, memberId, kind } = input
  if (!speaksFor(ctx, memberId)) throw notFound()
  await transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const called = await tx.electorateEntry.findFirst({
      where: { meetingId, memberId, attends: true },
      select: { memberId: true },
    })
    if (!called) throw notFound()
    if (meeting.state !== 'CONVENED')
      throw new Refusal('On ne répond à la convocation que jusqu’à l’ouverture de la séance.')
    const { statutes } = await statutesVersion(tx, meeting.statutesId)
    if (kind === 'VIDEO') demandLawful(judgeVideo(statutes, meeting.body))
    if (kind === 'VIDEO' && !meeting.videoUrl) throw new Refusal('Cette réunion se tient sans visioconférence.')
    await revokeGivenBy(tx, ctx, meetingId, memberId)
    const was = (await saidAbsent(tx, meetingId, [memberId])).has(memberId)
    await tx.meetingAnswer.create({
      data: { meetingId, memberId, kind, recordedById: ctx.actor.accountId, at: dateFromInstant(ctx.now) },
      select: { id: true },
    })
    const coming = kind !== 'ABSENT'
    if (coming === was) await tellGivers(tx, ctx, meeting, { holderId: memberId, coming })
  })
}
