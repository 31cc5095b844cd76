import { plainCount } from './french'
import { reason, type Reason, type RuleId } from './ruling'
import type { Statutes } from './schema'
import { categoryOf } from './schema'
import { countsAmong, type Tally } from './tally'

export interface UnanimityRuling {
  adopted: boolean
  rule: RuleId
  /** Heads: those of the categories present or represented, and those of them who voted for. */
  required: number
  counted: number
  reasons: Reason[]
}

/**
 * 6.1-c: every member of these categories present or represented votes for, and there is at least one. By heads; an abstention,
 * a blank or no vote breaks it.
 */
export function judgeUnanimity(statutes: Statutes, tally: Tally, among: readonly string[]): UnanimityRuling {
  const heads = countsAmong(tally, 'members', among)
  const labels = among.map((key) => categoryOf(statutes, key)?.label ?? key).join(', ')
  const adopted = heads.present > 0 && heads.for === heads.present
  const who = `${plainCount(heads.present, 'votant présent ou représenté', 'votants présents ou représentés')} (${labels})`
  const sentence =
    heads.present === 0
      ? `Unanimité impossible : personne de présent ni de représenté (${labels}).`
      : `Unanimité ${adopted ? 'acquise' : 'rompue'} : ${heads.for} pour sur ${who}.`
  const figures = { for: heads.for, against: heads.against, present: heads.present }
  return {
    adopted,
    rule: '6.1-c',
    required: heads.present,
    counted: heads.for,
    reasons: [reason('6.1-c', sentence, figures)],
  }
}
