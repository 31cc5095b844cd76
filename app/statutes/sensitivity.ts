import { admitsCastingVote, isTie, type Side } from './casting-vote'
import { fraction, isHalf } from './fraction'
import { outcomeOf, reading, type Reading } from './reading'
import { judgeMajority } from './majority-requirements'
import type { BodyKey, MajorityRequirement, Statutes } from './schema'
import type { Session } from './quorum'
import { countsAmong, type Tally } from './tally'

interface ResolutionQuestion {
  tally: Tally
  secret: boolean
  presidentVote: Side | null
  /** He voted, and nobody knows how. */
  voteHidden?: boolean
  recused?: boolean
  firstQuorumMet: boolean
}

type Requirements = readonly MajorityRequirement[]

/** « 50 % des voix + 1 voix » read to the letter: twice the votes for, at least two more than the votes cast. */
function literalAbsolute(requirements: Requirements, question: ResolutionQuestion, path: string): Reading[] {
  return requirements.flatMap((requirement, index) => {
    if (requirement.moreThan === undefined || !isHalf(fraction(requirement.moreThan)) || requirement.of !== 'cast')
      return []
    const counts = countsAmong(question.tally, requirement.unit, requirement.among)
    if (counts[requirement.share] * 2 >= counts.for + counts.against + 2) return []
    const sentence = '« 50 % des voix + 1 voix » pris à la lettre demanderait une voix de plus.'
    return [reading(`${path}[${index}].moreThan`, '1/2 + 1', 'rejected', sentence)]
  })
}

/** « Majorité relative des membres »: by heads instead of voices. */
function relativeByHeads(
  requirements: Requirements,
  question: ResolutionQuestion,
  path: string,
  adopted: boolean,
): Reading[] {
  return requirements.flatMap((requirement, index) => {
    if (!requirement.relative) return []
    const unit = requirement.unit === 'voices' ? 'members' : 'voices'
    const other = requirements.map((one, at) => (at === index ? ({ ...one, unit } as const) : one))
    const outcome = judgeMajority(other, question.tally).every((one) => one.met)
    if (outcome === adopted) return []
    const sentence = `Comptée ${unit === 'members' ? 'par tête et non en voix' : 'en voix et non par tête'}, la majorité relative donnerait un autre résultat.`
    return [reading(`${path}[${index}].unit`, unit, outcomeOf(outcome), sentence)]
  })
}

/** A casting vote in a secret ballot: none by default, since it would reveal the President's vote. */
function castingInSecret(
  statutes: Statutes,
  body: BodyKey,
  requirements: Requirements,
  question: ResolutionQuestion,
  adopted: boolean,
): Reading[] {
  const requirement = admitsCastingVote(requirements)
  const mode = statutes.bodies[body].castingVote
  if (question.recused) return []
  // known to have voted neither for nor against, he would settle nothing
  if (question.presidentVote === null && !question.voteHidden) return []
  if (!question.secret || mode !== 'president-open-ballot' || !requirement || !isTie(question.tally, requirement))
    return []
  const vote = question.presidentVote
  if (vote !== null && (vote === 'for') === adopted) return []
  const sentence =
    'Si la voix du président départageait aussi en scrutin secret, ce partage pourrait se résoudre autrement.'
  return [
    reading(`bodies.${body}.castingVote`, 'president', vote === null ? 'unknown' : outcomeOf(vote === 'for'), sentence),
  ]
}

/** Readings of the majority that would change the outcome of a vote, from its totals alone (law: model's silences 4.20, 4.23, 4.28). */
export function resolutionReadings(
  statutes: Statutes,
  body: BodyKey,
  session: Session,
  question: ResolutionQuestion,
  requirements: Requirements,
  adopted: boolean,
): Reading[] {
  const second = session === 2 && !question.firstQuorumMet
  const path = `bodies.${body}${second ? '.secondSession' : ''}.majority`
  const decidedByCasting = adopted && !judgeMajority(requirements, question.tally).every((one) => one.met)
  return [
    ...(adopted && !decidedByCasting ? literalAbsolute(requirements, question, path) : []),
    ...(second && !decidedByCasting ? relativeByHeads(requirements, question, path, adopted) : []),
    ...castingInSecret(statutes, body, requirements, question, adopted),
  ]
}
