import type { CivilDate } from './civil-date'
import type { Stage } from './dues-ladder-stages'
import { euros, plainDate } from './french'
import { reason, type Reason } from './ruling'

/**
 * Money that may be the one that is owed, and of which nobody has said yet what it pays: a credit of the bank's statement, a
 * debit whose result is awaited, a payment page that is open, a payment about which a question waits.
 */
export interface MoneyInSight {
  kind: 'transfer' | 'debit' | 'checkout' | 'surplus' | 'dispute' | 'question'
  since: CivilDate
  cents: number
}

/** The steps that money in sight does not hold: what was decided is told, and a refusal to remove harms nobody. */
const FREE: ReadonlySet<Stage> = new Set(['kept', 'notified'])
/** What only removes or leads to it: a page that was opened and not paid does not stop it, or anybody could. */
const OF_DECISION: ReadonlySet<Stage> = new Set(['listed', 'removed'])

/**
 * 6.4-b, « payment in full ends the procedure »: what was in sight on this day and holds this step until a person has looked;
 * money that came after the day of the step does not take it back.
 */
export function moneyThatHolds<T extends MoneyInSight>(
  inSight: readonly T[],
  { stage, on }: { stage: Stage; on: CivilDate },
): T[] {
  if (FREE.has(stage)) return []
  return inSight.filter(({ kind, since }) => since <= on && !(kind === 'checkout' && OF_DECISION.has(stage)))
}

const WORDS: Record<MoneyInSight['kind'], (sum: string, day: string) => string> = {
  transfer: (sum, day) =>
    `Un virement de ${sum} reçu le ${day}, pas encore rapproché, peut régler cette cotisation : la procédure attend qu’il le soit.`,
  debit: (sum, day) => `Un prélèvement de ${sum} est en cours depuis le ${day} : son résultat est attendu.`,
  checkout: (sum, day) =>
    `Un paiement en ligne de ${sum} a été commencé le ${day} : la procédure attend qu’il aboutisse ou expire.`,
  surplus: (sum, day) =>
    `${sum} reçus en trop le ${day} ne sont pas encore employés et peuvent régler cette cotisation : la procédure attend.`,
  dispute: (sum, day) =>
    `Le paiement de cette cotisation (${sum}) est contesté auprès de la banque depuis le ${day} : la procédure attend l’issue.`,
  question: (sum, day) =>
    `Un paiement de ${sum} lié à cette cotisation est à vérifier depuis le ${day} : la procédure attend la réponse.`,
}

export function moneyReason({ kind, since, cents }: MoneyInSight): Reason {
  return reason('6.4-b', WORDS[kind](euros(cents), plainDate(since)), { money: kind, since, cents })
}
