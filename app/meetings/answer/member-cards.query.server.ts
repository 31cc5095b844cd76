import type { AnswerKind, Meeting, ProxyState } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { ActingFor, Context } from '~/platform/context'
import { LIVE } from '../proxies/proxy-book.server'
import { saidAbsent } from '../proxies/said-absent.server'
import { proxySentence, remoteSentence, rightSentence, type RightSentence } from '../rights-words'
import { rightsNow } from '../rights-now.server'

type GivenProxy = {
  id: string
  holder: string
  state: Extract<ProxyState, 'OFFERED' | 'ACCEPTED'>
  /** the holder has answered « je ne viens pas » */
  holderAbsent: boolean
}
type HeldProxy = { id: string; giver: string; voices: number; state: GivenProxy['state'] }

/** What one called membership reads of a meeting: its right, its answer, the proxy it gave, those it is offered or holds. */
export type MemberCard = {
  memberId: string
  label: string
  quality: string | null
  right: RightSentence
  proxy: RightSentence | null
  remote: RightSentence | null
  mayVote: boolean
  answer: AnswerKind | null
  given: GivenProxy | null
  held: HeldProxy[]
}

const live = (state: ProxyState): GivenProxy['state'] => (state === 'ACCEPTED' ? 'ACCEPTED' : 'OFFERED')

/** A card for each membership that the actor speaks for and that is called to the meeting. */
export async function memberCards(
  ctx: Context,
  meeting: Meeting,
  members: readonly ActingFor[],
): Promise<MemberCard[]> {
  if (members.length === 0) return []
  const ids = members.map(({ memberId }) => memberId)
  const [{ statutes }, rights, answers, proxies] = await Promise.all([
    statutesVersion(ctx.db, meeting.statutesId),
    rightsNow(ctx.db, meeting),
    ctx.db.meetingAnswer.findMany({ where: { meetingId: meeting.id, memberId: { in: ids } }, orderBy: { id: 'desc' } }),
    ctx.db.proxy.findMany({
      where: {
        meetingId: meeting.id,
        state: { in: [...LIVE] },
        OR: [{ giverId: { in: ids } }, { holderId: { in: ids } }],
      },
      orderBy: { order: 'asc' },
      include: { giver: { select: { label: true } }, holder: { select: { label: true } } },
    }),
  ])
  const absent = await saidAbsent(
    ctx.db,
    meeting.id,
    proxies.map(({ holderId }) => holderId),
  )
  const voicesOf = new Map(rights.map(({ id, voices }) => [id, voices]))
  return members.flatMap(({ memberId, label, quality }) => {
    const right = rights.find(({ id }) => id === memberId)
    if (!right) return []
    const given = proxies.find(({ giverId }) => giverId === memberId)
    return {
      memberId,
      label,
      quality,
      right: rightSentence(statutes, meeting.body, right),
      proxy: proxySentence(statutes, meeting.body, right),
      remote: remoteSentence(statutes, meeting.body, right),
      mayVote: right.mayVote,
      answer: answers.find((one) => one.memberId === memberId)?.kind ?? null,
      given: given
        ? {
            id: given.id,
            holder: given.holder.label,
            state: live(given.state),
            holderAbsent: absent.has(given.holderId),
          }
        : null,
      held: proxies
        .filter(({ holderId }) => holderId === memberId)
        .map(({ id, giverId, giver, state }) => ({
          id,
          giver: giver.label,
          voices: voicesOf.get(giverId) ?? 0,
          state: live(state),
        })),
    }
  })
}
