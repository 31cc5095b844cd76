import { Refusal } from '~/platform/refusal'
import { reason, type RuleId } from '~/statutes/ruling'

/** Why one person alone no longer records this fact: « ce mandat », « le départ d’une autre personne ». */
export function byRepriseOnly(rule: RuleId, what: string): Refusal {
  const said = reason(
    rule,
    `L’installation est close : pour enregistrer ${what}, proposez une reprise, qu’un autre membre du Bureau signe avec vous.`,
  )
  return new Refusal(said.sentence, { reasons: [said] })
}
