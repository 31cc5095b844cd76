import { awaitsMail, type NextStep } from '~/statutes/dues-ladder'
import { moneyReason, moneyThatHolds } from '~/statutes/dues-ladder-money'
import type { Stage } from '~/statutes/dues-ladder-stages'
import type { FoundMoney } from '../ladder/money-in-sight.server'

/** Why a step is held, and where the treasurer lifts it. */
export type HeldBy = { why: string; to: string; action: string }

/** The money that holds a step on a day; empty when none does. */
export const heldBy = (inSight: readonly FoundMoney[], step: { stage: Stage; on: string }): HeldBy[] =>
  moneyThatHolds(inSight, step).map((money) => ({ why: moneyReason(money).sentence, ...place(money) }))

/** The messages that hold the next step until somebody posts them, no mail server being set; with one, nobody has to act. */
export function heldByMail(next: NextStep, { mailServer }: { mailServer: boolean }): HeldBy[] {
  if (next.over || mailServer || !awaitsMail(next)) return []
  const place = { to: '/cotisations/courriers#revenus', action: 'Poster ces messages' }
  return next.ruling.reasons.map(({ sentence }) => ({ why: sentence, ...place }))
}

const BADGES: Record<FoundMoney['kind'], string> = {
  transfer: 'virement à rapprocher',
  debit: 'paiement en cours',
  checkout: 'paiement en cours',
  surplus: 'trop-perçu à employer',
  dispute: 'paiement contesté',
  question: 'paiement à vérifier',
}

/** What holds it, in two words. */
export const heldNow = ([first]: readonly FoundMoney[]): string | null => (first ? BADGES[first.kind] : null)

function place({ kind, about }: FoundMoney): Omit<HeldBy, 'why'> {
  if (kind === 'transfer') return { to: `/cotisations/releves/lignes/${about}`, action: 'Rapprocher ce virement' }
  if (kind === 'debit' || kind === 'checkout')
    return { to: `/cotisations/paiements/${about}`, action: 'Voir ce paiement' }
  return { to: '/cotisations/a-rapprocher', action: 'Répondre à la question' }
}
