import { byName, capital } from '~/statutes/french'
import { isoDate } from '~/platform/dates'
import { officeLabel } from './office-labels'
import { isPower, POWERS } from '~/platform/permissions'

export type LoanLine = {
  id: string
  replacement: boolean
  to: string
  /** the President whose powers they are */
  holder: string
  powers: string[]
  reason: string
  startsOn: string
  endsOn: string | null
  begun: boolean
}
export type PastLine = { key: string; on: string; title: string; detail: string }

type Loan = {
  id: string
  kind: 'DELEGATION' | 'REPLACEMENT'
  toName: string
  powers: string[]
  reason: string
  startsOn: Date
  endsOn: Date | null
  revokedOn: Date | null
  mandate: { holderName: string }
}
type Mandate = {
  id: string
  office: string
  holderName: string
  from: Date
  endedOn: Date | null
  endReason: string | null
  source: string
}

/** Whether a delegation or a replacement belongs to the past on this day. */
export const isOver = (loan: Loan, today: string): boolean =>
  (loan.revokedOn !== null && isoDate(loan.revokedOn) <= today) ||
  (loan.endsOn !== null && isoDate(loan.endsOn) < today)

export const loanLine = (loan: Loan, today: string): LoanLine => ({
  id: loan.id,
  replacement: loan.kind === 'REPLACEMENT',
  to: loan.toName,
  holder: loan.mandate.holderName,
  powers: loan.powers.map((power) => (isPower(power) ? POWERS[power].label : power)),
  reason: loan.reason,
  startsOn: isoDate(loan.startsOn),
  endsOn: loan.endsOn && isoDate(loan.endsOn),
  begun: isoDate(loan.startsOn) <= today,
})

export const pastLoan = (loan: Loan, today: string): PastLine => {
  const { to, powers, reason, replacement } = loanLine(loan, today)
  return {
    key: loan.id,
    on: isoDate(loan.revokedOn ?? loan.endsOn ?? loan.startsOn),
    title: replacement ? `Fin du remplacement assuré ${byName(to)}` : `Fin de la délégation donnée à ${to}`,
    detail: [powers.join(', '), reason].filter(Boolean).join(' — '),
  }
}

export const pastMandate = (mandate: Mandate): PastLine => ({
  key: mandate.id,
  on: isoDate(mandate.endedOn ?? mandate.from),
  title: `${capital(officeLabel(mandate.office))}\u00a0: fin des fonctions de ${mandate.holderName}`,
  detail: [mandate.endReason, mandate.source].filter(Boolean).join(' — '),
})
