import { data } from '@remix-run/node'
import { statutesVersion } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { judgeVideo } from '../session/video'
import type { MeetingAccess } from '../access.server'
import { holderChoices } from '../proxies/holder-choices'
import { proxyFacts } from '../proxies/proxy-book.server'
import { memberCards } from './member-cards.query.server'

/** All that one membership needs to answer: where it stands, whom it may give its proxy to, whether video is allowed. */
export async function answerPage(
  ctx: Context,
  { meeting, members }: MeetingAccess,
  asked: { memberId: string | null; search: string },
) {
  const member = members.find(({ memberId }) => memberId === asked.memberId) ?? members[0]
  if (!member) throw data(null, { status: 404 })
  const [{ statutes }, [card], facts] = await Promise.all([
    statutesVersion(ctx.db, meeting.statutesId),
    memberCards(ctx, meeting, [member]),
    proxyFacts(ctx.db, meeting),
  ])
  if (!card) throw data(null, { status: 404 })
  const video = judgeVideo(statutes, meeting.body)
  const running = meeting.state === 'CONVENED' || meeting.state === 'OPEN'
  const chained = card.held.length > 0
  const gives = running && card.mayVote && !card.given && !chained && statutes.bodies[meeting.body].proxies
  return {
    id: meeting.id,
    state: meeting.state,
    running,
    card,
    others: members
      .filter(({ memberId }) => memberId !== member.memberId)
      .map(({ memberId, label }) => ({ memberId, label })),
    video: {
      allowed: video.outcome === 'lawful' && meeting.videoUrl !== null,
      reasons: meeting.videoUrl === null ? [] : video.reasons,
    },
    holders: gives ? holderChoices(facts, member.memberId, asked.search) : null,
    search: asked.search,
  }
}
