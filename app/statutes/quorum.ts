import { PARTS, type Attendance, type Part } from './attendance'
import { inUnit } from './french'
import { amongWords, deciding, judgeRequirement, thresholdWords, type RequirementRuling } from './requirement'
import { reason, type Reason, type RuleId } from './ruling'
import { categoryOf, type BodyKey, type QuorumRequirement, type Statutes } from './schema'
import type { VotingRight } from './voting-rights'

export type Session = 1 | 2

/** A requirement of quorum, with what each part weighs in what was counted: they add up to it. */
export interface QuorumPartsRuling extends RequirementRuling {
  parts: Record<Part, number>
}

export interface QuorumRuling extends QuorumPartsRuling {
  rule: RuleId
  reasons: Reason[]
  requirements: QuorumPartsRuling[]
  /** Whose majority applies: the first session's wherever its own quorum is met. */
  basis: 'first' | 'second'
}

export function quorumRule(body: BodyKey, session: Session): RuleId {
  if (body === 'bureau') return '8.3-a'
  if (body === 'age') return '13.3-b'
  return session === 2 ? '13.2-e' : '13.2-c'
}

/** The list that the session must satisfy; a session that the statutes do not have falls back on the first. */
export function quorumRequirements(statutes: Statutes, body: BodyKey, session: Session): readonly QuorumRequirement[] {
  const { quorum, secondSession } = statutes.bodies[body]
  return session === 2 && secondSession ? secondSession.quorum : quorum
}

function judgeOne(
  requirement: QuorumRequirement,
  rights: readonly VotingRight[],
  attendance: Attendance,
): QuorumPartsRuling {
  let base = 0
  const parts = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>
  for (const right of rights) {
    if (!right.countsInQuorum || (requirement.among && !requirement.among.includes(right.category))) continue
    const weight = requirement.of === 'voices' ? right.voices : 1
    base += weight
    if (attendance.present.has(right.id)) parts[attendance.parts?.get(right.id) ?? 'present'] += weight
    else if (requirement.represented && attendance.represented.has(right.id)) parts.represented += weight
  }
  const part = PARTS.reduce((sum, each) => sum + parts[each], 0)
  return { ...judgeRequirement(requirement, { part, base, opposed: 0 }, requirement.of), parts }
}

function sentence(statutes: Statutes, requirement: QuorumRequirement, ruling: QuorumPartsRuling): string {
  const labels = ruling.among?.map((key) => categoryOf(statutes, key)?.label ?? key)
  const among = labels ? amongWords(labels) : ''
  const who = requirement.represented ? 'présents ou représentés' : 'présents'
  const what = requirement.of === 'voices' ? 'voix présentes ou représentées' : `membres ${who}`
  const online = ruling.parts.online > 0 ? `, dont ${ruling.parts.online} ayant voté à distance` : ''
  if (ruling.base === 0) return `Quorum impossible : personne n’y compte${among}.`
  const threshold = thresholdWords(requirement, requirement.of === 'voices' ? 'voix' : 'membres')
  return `Quorum ${ruling.met ? 'atteint' : 'non atteint'}${among} : ${inUnit(ruling.counted, ruling.unit)} sur ${ruling.base} (${what}${online}) ; il en faut ${ruling.required}, ${threshold}.`
}

/**
 * 13.2-c, 13.3-b, 8.3-a: does the assembly hold at this moment? Heads or voices, of those with the right to vote in categories
 * that count. Every requirement must hold; no requirement: met. The figures are those of the first that fails, else of the last.
 */
export function judgeQuorum(
  statutes: Statutes,
  body: BodyKey,
  session: Session,
  rights: readonly VotingRight[],
  attendance: Attendance,
): QuorumRuling {
  const rule = quorumRule(body, session)
  const list = quorumRequirements(statutes, body, session)
  const requirements = list.map((requirement) => judgeOne(requirement, rights, attendance))
  const firstMet =
    session === 1 || statutes.bodies[body].quorum.every((requirement) => judgeOne(requirement, rights, attendance).met)
  const basis = firstMet ? 'first' : 'second'
  const speaking = deciding(requirements)
  if (!speaking) {
    const heads = judgeOne({ of: 'members', represented: true, count: 0 }, rights, attendance)
    const said = reason(rule, 'Aucun quorum n’est exigé.', { counted: heads.counted, required: 0, base: heads.base })
    return { ...heads, met: true, required: 0, rule, reasons: [said], requirements, basis }
  }
  const reasons = list.flatMap((requirement, index) => {
    const one = requirements[index]
    return one ? [reason(rule, sentence(statutes, requirement, one), figures(one))] : []
  })
  return { ...speaking, rule, reasons, requirements, basis }
}

function figures(ruling: RequirementRuling): Reason['figures'] {
  const { counted, required, base, unit } = ruling
  return { counted, required, base, unit, missing: Math.max(0, required - counted) }
}
