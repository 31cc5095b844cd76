import { fraction, isHalf } from './fraction'
import { reason, type Reason } from './ruling'
import type { BodyKey, MajorityRequirement, Statutes } from './schema'
import { countsAmong, type Tally } from './tally'

export type Side = 'for' | 'against'

interface CastingQuestion {
  tally: Tally
  secret: boolean
  presidentVote: Side | null
  /** whoever would settle the tie is involved in the case that is voted (4.24) */
  recused?: boolean
}

/** A casting vote only works where the majority is a single « more than half » or « more for than against ». */
export function admitsCastingVote(requirements: readonly MajorityRequirement[]): MajorityRequirement | null {
  const [only] = requirements
  if (!only || requirements.length > 1) return null
  return only.relative || (only.moreThan !== undefined && isHalf(fraction(only.moreThan))) ? only : null
}

/** For = against, above 0, in the unit of the requirement. */
export function isTie(tally: Tally, requirement: MajorityRequirement): boolean {
  const counts = countsAmong(tally, requirement.unit, requirement.among)
  return counts.for > 0 && counts.for === counts.against
}

/**
 * 13.2-d: on a tie, the side for which the President himself voted. null: no tie, or no casting vote in this body. A `side` that
 * is null says why the tie stands: secret ballot, a President who did not vote, or who is
 * involved in the case that is voted.
 */
export function castingVote(
  statutes: Statutes,
  body: BodyKey,
  requirements: readonly MajorityRequirement[],
  question: CastingQuestion,
): { side: Side | null; reason: Reason } | null {
  const { castingVote: mode } = statutes.bodies[body]
  const requirement = admitsCastingVote(requirements)
  if (mode === 'none' || !requirement || !isTie(question.tally, requirement)) return null
  const rule = body === 'ago' ? '13.2-d' : body === 'age' ? '13.3-c' : '8.3-a'
  const answer = (side: Side | null, sentence: string) => ({
    side,
    reason: reason(rule, sentence, { secret: question.secret, ...(question.recused && { recused: true }) }),
  })
  if (mode === 'president-open-ballot' && question.secret) {
    return answer(
      null,
      'Partage des voix en scrutin secret : la voix du président ne départage pas, elle révélerait son vote.',
    )
  }
  if (question.recused) {
    return answer(
      null,
      'Partage des voix : qui est concerné par l’affaire ou récusé n’a pas voix prépondérante ; la résolution est rejetée.',
    )
  }
  if (question.presidentVote === null)
    return answer(null, 'Partage des voix : le président n’a voté ni pour ni contre, il ne départage pas.')
  const words = question.presidentVote === 'for' ? 'pour' : 'contre'
  return answer(
    question.presidentVote,
    `Partage des voix : celle du président, qui a voté ${words}, est prépondérante.`,
  )
}
