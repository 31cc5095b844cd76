import { addMonths, addYears, type CivilDate } from './civil-date'

/**
 * How long the data of a leaver are kept: not a rule of the statutes but of the data-protection law, as the association's
 * register of processing states it. Months and years run from the day of leaving.
 */
export const RETENTION = { contactMonths: 3, nameYears: 5 } as const

/** What needs the data for longer: they stay until it is over. */
export const HOLDS = {
  debt: 'une cotisation reste réclamée',
  letter: 'la preuve d’une lettre recommandée manque encore',
  case: 'une procédure est ouverte',
  mandate: 'des fonctions au Bureau ont pris fin plus tard',
} as const

export type Hold = keyof typeof HOLDS

export interface Leaver {
  leftOn: CivilDate
  contactErasedOn: CivilDate | null
  anonymisedOn: CivilDate | null
  /** end of the last seat that he held in the Bureau; null: he held none */
  lastMandateEndedOn: CivilDate | null
  debt: boolean
  letterWithoutProof: boolean
  openCase: boolean
}

export interface RetentionPlan {
  /** day from which contact data and free text go, then the name, if nothing holds them */
  contactOn: CivilDate
  nameOn: CivilDate
  /** what must be done on the day asked about */
  due: 'nothing' | 'contact' | 'name'
  holds: Hold[]
}

/**
 * What becomes of a leaver's data on a day: contact data and free text are erased `contactMonths` after leaving, the name
 * `nameYears` after leaving or after the end of the last seat in the Bureau; neither while something holds them.
 */
export function retentionOf(leaver: Leaver, today: CivilDate): RetentionPlan {
  const last = leaver.lastMandateEndedOn
  const from = last !== null && last > leaver.leftOn ? last : leaver.leftOn
  const contactOn = addMonths(leaver.leftOn, RETENTION.contactMonths)
  const nameOn = addYears(from, RETENTION.nameYears)
  const holds: Hold[] = [
    ...(leaver.debt ? ['debt' as const] : []),
    ...(leaver.letterWithoutProof ? ['letter' as const] : []),
    ...(leaver.openCase ? ['case' as const] : []),
    ...(from === last && last !== leaver.leftOn ? ['mandate' as const] : []),
  ]
  return { contactOn, nameOn, due: dueOn(leaver, { contactOn, nameOn, today, holds }), holds }
}

type Moment = { contactOn: CivilDate; nameOn: CivilDate; today: CivilDate; holds: Hold[] }

function dueOn(leaver: Leaver, { contactOn, nameOn, today, holds }: Moment): RetentionPlan['due'] {
  if (holds.some((hold) => hold !== 'mandate') || leaver.anonymisedOn !== null) return 'nothing'
  if (today >= nameOn) return 'name'
  return today >= contactOn && leaver.contactErasedOn === null ? 'contact' : 'nothing'
}

/** The name of a member who is no longer named: « Ancien membre n° 12 ». */
export const formerName = (number: number): string => `Ancien membre n° ${number}`
