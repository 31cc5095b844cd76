import { ofOrgan, type Organ } from './organs'
import { lawful, reason, unlawful, type RuleId, type Ruling } from './ruling'
import type { BodyKey, Statutes } from './schema'

/** What a body may be asked to decide; each effect of a resolution is one of these. */
export const matters = [
  'none',
  'approve-accounts',
  'vote-budget',
  'discharge',
  'elect-officer',
  'revoke-officer',
  'set-dues',
  'authorise-expense',
  'authorise-act',
  'award-honorary',
  'grant-founder',
  'suspend-member',
  'remove-member',
  'exclude-member',
  'annul-exclusion',
  'withdraw-founder',
  'admit-active',
  'change-statutes',
  'move-seat-near',
  'move-seat-far',
  'dissolve',
  'merge',
  'create-structure',
  'propose-dissolution',
  'approve-internal-rules',
  'appoint-auditor',
] as const

export type Matter = (typeof matters)[number]
interface Competence {
  rule: RuleId
  organ: Organ
}

/** 13.2-b, 13.3-a and the articles that give one matter to one organ. null: any body may. */
function competentOrgan(statutes: Statutes, matter: Matter): Competence | null {
  switch (matter) {
    case 'none':
      return null
    case 'approve-accounts':
    case 'vote-budget':
    case 'discharge':
    case 'elect-officer':
    case 'revoke-officer':
    case 'set-dues':
    case 'authorise-act':
      return { rule: '13.2-b', organ: 'ago' }
    case 'authorise-expense':
      return { rule: '12-b', organ: statutes.spending.above }
    case 'award-honorary':
      return { rule: '6.3-a', organ: statutes.admission.honorary.by }
    case 'grant-founder':
      return { rule: '6.1-c', organ: statutes.admission.founder.by }
    case 'suspend-member':
      return { rule: '6.4-c', organ: statutes.discipline.suspensionBy }
    case 'remove-member':
      return { rule: '6.4-b', organ: statutes.dues.removalBy }
    case 'exclude-member':
      return { rule: '6.4-a', organ: statutes.discipline.exclusionBy }
    case 'annul-exclusion':
      return { rule: '6.4-a', organ: 'ago' }
    case 'withdraw-founder':
      return { rule: '6.1-b', organ: 'ago' }
    case 'admit-active':
      return { rule: '6.2-a', organ: statutes.admission.active.by }
    case 'change-statutes':
    case 'dissolve':
    case 'merge':
    case 'create-structure':
      return { rule: '13.3-a', organ: 'age' }
    case 'move-seat-far':
      return { rule: '4-a', organ: 'age' }
    case 'move-seat-near':
      return { rule: '4-a', organ: 'bureau' }
    case 'propose-dissolution':
      return { rule: '17-a', organ: 'bureau' }
    case 'approve-internal-rules':
      return { rule: '18-a', organ: 'bureau' }
    case 'appoint-auditor':
      return { rule: '16-a', organ: 'bureau' }
  }
}

/** May this body decide this matter? Refused with the article that gives it to another organ. */
export function judgeCompetence(statutes: Statutes, body: BodyKey, matter: Matter): Ruling {
  const competence = competentOrgan(statutes, matter)
  if (competence === null)
    return lawful(
      reason(body === 'age' ? '13.3-a' : body === 'ago' ? '13.2-b' : '8.3-a', 'Toute instance peut en délibérer.', {
        body,
      }),
    )
  const { rule, organ } = competence
  if (organ === body) return lawful(reason(rule, `Cette décision est de la compétence ${ofOrgan(organ)}.`, { body }))
  return unlawful(
    reason(rule, `Cette décision est de la compétence ${ofOrgan(organ)}, et non ${ofOrgan(body)}.`, { body }),
  )
}

/** The matters that this body may decide, in the order of `matters`. */
export function mattersOf(statutes: Statutes, body: BodyKey): Matter[] {
  return matters.filter((matter) => judgeCompetence(statutes, body, matter).outcome === 'lawful')
}
