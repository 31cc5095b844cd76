import { castingVote, type Side } from './casting-vote'
import { inUnit } from './french'
import { cast, judgeMajority, majorityRequirements, majorityRule } from './majority-requirements'
import { amongWords, deciding, thresholdWords, type RequirementRuling } from './requirement'
import { reason, type Reason, type RuleId } from './ruling'
import { categoryOf, type BodyKey, type MajorityRequirement, type Statutes } from './schema'
import { resolutionReadings } from './sensitivity'
import type { Reading } from './reading'
import type { Session } from './quorum'
import { countsAmong, type Counts, type Tally } from './tally'

export interface ResolutionQuestion {
  tally: Tally
  secret: boolean
  /** How the President himself voted; null: neither for nor against, or nobody knows (`voteHidden`). */
  presidentVote: Side | null
  /** He voted in a secret ballot, and nobody knows how. */
  voteHidden?: boolean
  /** He is involved in the case that is voted: his voice settles no tie. */
  recused?: boolean
  /** In a second session: the first session's quorum is met at this vote. */
  firstQuorumMet: boolean
}

export interface ResolutionRuling {
  adopted: boolean
  casting: Side | null
  rule: RuleId
  /** Least number, in the unit of the requirement that decides. */
  required: number
  requirements: RequirementRuling[]
  reasons: Reason[]
  sensitive: Reading[]
}

const baseWords = {
  cast: 'suffrages exprimés',
  voters: 'votants',
  present: 'membres présents ou représentés',
  all: 'membres ayant droit de vote',
}

const inUnitWords = (unit: MajorityRequirement['unit']) => (unit === 'voices' ? 'en voix' : 'par tête')

/** « plus de la moitié des suffrages exprimés, en voix » */
export function thresholdSentence(statutes: Statutes, requirement: MajorityRequirement): string {
  const among = requirement.among
    ? amongWords(requirement.among.map((key) => categoryOf(statutes, key)?.label ?? key))
    : ''
  const against = requirement.share === 'against'
  if (requirement.relative && against) return `plus de voix contre que pour${among}, ${inUnitWords(requirement.unit)}`
  const side = against ? 'votes contre : ' : ''
  const what =
    requirement.count === undefined ? baseWords[requirement.of] : requirement.unit === 'voices' ? 'voix' : 'membres'
  return `${side}${thresholdWords(requirement, what)}${among}, ${inUnitWords(requirement.unit)}`
}

function sentence(
  statutes: Statutes,
  requirement: MajorityRequirement,
  ruling: RequirementRuling,
  counts: Counts,
): string {
  const sides = `${inUnit(counts.for, ruling.unit)} pour, ${counts.against} contre`
  const threshold = thresholdSentence(statutes, requirement)
  const verdict = ruling.met ? 'condition remplie' : 'condition non remplie'
  if (ruling.base === 0) return `${sides} : personne ne compte ici (${threshold}), ${verdict}.`
  const need =
    requirement.lessThan === undefined
      ? `il en faut ${ruling.required} sur ${ruling.base}`
      : `${ruling.counted} sur ${ruling.base}`
  return `${sides} : ${need} (${threshold}), ${verdict}.`
}

/**
 * 13.2-d, 13.3-c, 13.2-e: is the resolution adopted? Every requirement must hold; without any vote cast, never. A tie may be
 * settled by the President's own vote. Counts are whole voices or heads.
 */
export function judgeResolution(
  statutes: Statutes,
  body: BodyKey,
  session: Session,
  question: ResolutionQuestion,
): ResolutionRuling {
  const { tally, firstQuorumMet } = question
  const rule = majorityRule(body, session, firstQuorumMet)
  const list = majorityRequirements(statutes, body, session, firstQuorumMet)
  const requirements = judgeMajority(list, tally)
  const required = deciding(requirements)?.required ?? 0
  const reasons = list.flatMap((requirement, index) => {
    const one = requirements[index]
    if (!one) return []
    const counts = countsAmong(tally, requirement.unit, requirement.among)
    const figures = { for: counts.for, against: counts.against, required: one.required, base: one.base, unit: one.unit }
    return [reason(rule, sentence(statutes, requirement, one, counts), figures)]
  })
  if (cast(tally.members) === 0) {
    const none = reason(rule, 'Aucun suffrage exprimé : la résolution n’est pas adoptée.', { cast: 0 })
    return { adopted: false, casting: null, rule, required, requirements, reasons: [none], sensitive: [] }
  }
  const casting = castingVote(statutes, body, list, question)
  if (casting) reasons.push(casting.reason)
  const adopted = casting?.side ? casting.side === 'for' : requirements.every((one) => one.met)
  const sensitive = resolutionReadings(statutes, body, session, question, list, adopted)
  return { adopted, casting: casting?.side ?? null, rule, required, requirements, reasons, sensitive }
}
