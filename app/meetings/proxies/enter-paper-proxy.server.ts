import { may } from '~/platform/permissions'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { storeDocument, type StoredFile } from '~/platform/documents.server'
import { forbidden } from '~/platform/refusal'
import type { Reason } from '~/statutes/ruling'
import { lockMeeting } from '../lock.server'
import { publishAttendance } from '../session/publish-attendance.server'
import { demandRunning, partiesOf } from './parties'
import { judgeProxy, proxyFacts, type ProxyFacts } from './proxy-book.server'
import { mailAnswer, mailRefusal } from './proxy-mails.server'
import { writeProxy } from './write-proxy.server'

export type PaperProxy = { meetingId: string; giverId: string; holderId: string; scan: StoredFile | null }

/**
 * The desk enters a signed paper in its order of receipt (6.1-d, 6.2-c). Lawful: it counts at once. Against the statutes: the
 * paper is kept as refused, with the article, and uses nobody's limit; its giver is told why by mail. Refused to whoever does not hold the desk.
 */
export async function enterPaperProxy(
  ctx: Context,
  input: PaperProxy,
): Promise<{ proxyId: string; accepted: boolean; reason: Reason }> {
  if (!may(ctx.actor, 'session.desk')) throw forbidden()
  const { meetingId, giverId, holderId, scan } = input
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    demandRunning(meeting)
    const facts = await proxyFacts(tx, meeting)
    const parties = partiesOf(facts, giverId, holderId)
    const ruling = judgeProxy(withoutSame(facts, giverId, holderId), { from: giverId, to: holderId })
    const offered = facts.live.find(({ from, to }) => from === giverId && to === holderId)
    if (ruling.accepted && offered)
      await tx.proxy.update({
        where: { id: offered.id },
        data: {
          state: 'ENDED',
          endedAt: dateFromInstant(ctx.now),
          endReason: 'remplacé par le pouvoir écrit remis au secrétariat',
        },
        select: { id: true },
      })
    const scanDocumentId =
      scan &&
      (await storeDocument(tx, scan, {
        title: `Pouvoir de ${parties.giver.label} à ${parties.holder.label}`,
        kind: 'proxy',
        meetingId,
        memberId: giverId,
        uploadedById: ctx.actor.accountId,
        now: ctx.now,
      }))
    const proxyId = await writeProxy(tx, ctx, {
      meetingId,
      ruling,
      state: ruling.accepted ? 'ACCEPTED' : 'REFUSED',
      paper: true,
      scanDocumentId,
    })
    if (ruling.accepted) await mailAnswer(tx, ctx, parties, { accepted: true, notedBy: ctx.actor.name })
    else await mailRefusal(tx, ctx, parties, { reason: ruling.reason, next: nextFor(facts, parties) })
    if (ruling.accepted && meeting.state === 'OPEN') await publishAttendance(tx, meetingId)
    return { proxyId, accepted: ruling.accepted, reason: ruling.reason }
  })
}

/** What the giver of a refused paper may do. */
function nextFor({ live, present }: ProxyFacts, { giver, holder }: ReturnType<typeof partiesOf>) {
  if (present?.includes(giver.id)) return 'is-there'
  if (!giver.mayVote) return 'no-vote'
  return live.some(({ from, to }) => from === giver.id && to !== holder.id) ? 'first-stands' : 'come-or-give'
}

function withoutSame<F extends { live: { from: string; to: string }[] }>(facts: F, from: string, to: string): F {
  return { ...facts, live: facts.live.filter((proxy) => proxy.from !== from || proxy.to !== to) }
}
