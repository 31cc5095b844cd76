import { involvedInVote } from '~/discipline/cases/involved-in-vote.server'
import type { MeetingFacts } from '~/meetings/session/facts.server'
import type { Context } from '~/platform/context'
import { castingVoter } from './casting-voter'

/**
 * What the chair must know before a vote on a person (4.10, 4.24). `chair`: the name of the person who presides, when the case
 * involves him: another officer should preside this point. `casting`: the name of the person whose voice would settle a tie, when
 * the case involves him: it will not. Null when the case involves neither.
 */
export async function onPerson(
  { db }: Pick<Context, 'db'>,
  facts: MeetingFacts,
  resolution: { effect?: unknown; secret: boolean },
): Promise<{ chair: string | null; casting: string | null } | null> {
  const involved = await involvedInVote(db, resolution)
  if (involved.size === 0) return null
  const { chairMemberId, body } = facts.meeting
  const chair = facts.rights.find(({ id, president }) => (chairMemberId ? id === chairMemberId : president))
  const caster = castingVoter(facts, [], involved)
  const mayCast = !resolution.secret && facts.statutes.bodies[body].castingVote !== 'none'
  const found = {
    chair: chair && involved.has(chair.id) ? chair.label : null,
    casting: mayCast && caster?.recused ? caster.label : null,
  }
  return found.chair || found.casting ? found : null
}

/** The votes on a person still to come whose case involves whoever presides, for the console of the session. */
export async function chairInvolvedIn(
  ctx: Context,
  facts: MeetingFacts,
): Promise<{ chair: string; numbers: number[] } | null> {
  const coming = await ctx.db.resolution.findMany({
    where: { meetingId: facts.meeting.id, state: { in: ['PENDING', 'ONLINE', 'OPEN'] } },
    orderBy: { number: 'asc' },
    select: { number: true, effect: true, secret: true },
  })
  const votes = await Promise.all(
    coming.map(async (each) => ({ number: each.number, found: await onPerson(ctx, facts, each) })),
  )
  const those = votes.filter(({ found }) => found?.chair)
  const chair = those[0]?.found?.chair
  return chair ? { chair, numbers: those.map(({ number }) => number) } : null
}
