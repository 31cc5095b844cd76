import type { Meeting } from '~/generated/prisma/client'
import { z } from 'zod'
import { statutesVersion } from '~/association/in-force.server'
import { may } from '~/platform/permissions'
import type { Context } from '~/platform/context'
import type { Reason } from '~/statutes/ruling'
import { frenchDateTime } from '~/ui/format'
import { latestElectorate } from '../electorate.server'
import { saidAbsent } from './said-absent.server'

/** The proxies of a meeting in their order of receipt, and how people answered, for whoever holds the desk. */
export async function proxyRegister(ctx: Context, meeting: Meeting, refused: string | null) {
  const [{ statutes }, rights, proxies, answers] = await Promise.all([
    statutesVersion(ctx.db, meeting.statutesId),
    latestElectorate(ctx.db, meeting.id),
    ctx.db.proxy.findMany({ where: { meetingId: meeting.id }, orderBy: { order: 'asc' } }),
    answerCounts(ctx, meeting.id),
  ])
  const absent = await saidAbsent(
    ctx.db,
    meeting.id,
    proxies.map(({ holderId }) => holderId),
  )
  const byId = new Map(rights.map((right) => [right.id, right]))
  const running = meeting.state === 'CONVENED' || meeting.state === 'OPEN'
  const paper = proxies.find(({ id, state }) => id === refused && state === 'REFUSED')
  return {
    id: meeting.id,
    /** why the paper just entered was refused */
    refusal: paper ? { message: paper.endReason ?? '', reasons: storedRuling.parse(paper.ruling).reasons } : null,
    admitted: statutes.bodies[meeting.body].proxies,
    running,
    desk: may(ctx.actor, 'session.desk'),
    answers: { ...answers, silent: rights.filter(({ convened }) => convened).length - answers.answered },
    voters: rights.filter(({ mayVote }) => mayVote).map(({ id, label }) => ({ value: id, label })),
    lines: proxies.map((proxy) => ({
      id: proxy.id,
      order: proxy.order,
      giver: byId.get(proxy.giverId)?.label ?? '',
      holder: byId.get(proxy.holderId)?.label ?? '',
      holderAbsent: absent.has(proxy.holderId),
      voices: byId.get(proxy.giverId)?.voices ?? 0,
      state: proxy.state,
      live: proxy.state === 'OFFERED' || proxy.state === 'ACCEPTED',
      paper: proxy.paper,
      scanDocumentId: proxy.scanDocumentId,
      received: frenchDateTime(proxy.receivedAt),
      end: proxy.endReason,
    })),
  }
}

const storedRuling = z.object({ reasons: z.custom<Reason[]>((value) => Array.isArray(value)) })

export type RegisterLine = Awaited<ReturnType<typeof proxyRegister>>['lines'][number]

type Answers = { coming: number; video: number; proxy: number; absent: number; answered: number }

async function answerCounts(ctx: Context, meetingId: string): Promise<Answers> {
  const [counts] = await ctx.db.$queryRaw<Answers[]>`
    SELECT count(*) FILTER (WHERE a."kind" = 'COMING')::int AS "coming", count(*) FILTER (WHERE a."kind" = 'VIDEO')::int AS "video",
           count(*) FILTER (WHERE a."kind" = 'PROXY')::int AS "proxy", count(*) FILTER (WHERE a."kind" = 'ABSENT')::int AS "absent",
           count(*)::int AS "answered"
      FROM (SELECT DISTINCT ON ("memberId") "kind" FROM "MeetingAnswer" WHERE "meetingId" = ${meetingId}::uuid ORDER BY "memberId", "id" DESC) a`
  return counts ?? { coming: 0, video: 0, proxy: 0, absent: 0, answered: 0 }
}
