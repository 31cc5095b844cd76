import { addDays, addMonths, type CivilDate } from './civil-date'
import { plainCount, plainDate } from './french'
import { incomplete, lawful, reason, unlawful, type Ruling } from './ruling'
import type { Statutes } from './schema'

/** Last day of the fiscal year of this civil year: '2026-12-31'. */
export function fiscalYearEnd(statutes: Statutes, year: number): CivilDate {
  return `${year}-${statutes.fiscalYearEnd}`
}

/** 13.2-a: last day of the annual ordinary assembly, so many months after the year's end ('2026-12-31' → '2027-06-30'). */
export function agoYearDeadline(statutes: Statutes, yearEnd: CivilDate): CivilDate {
  return addMonths(yearEnd, statutes.bodies.ago.withinMonthsOfYearEnd)
}

/** 13.2-a: is the annual assembly held in time after the year whose accounts it judges? */
export function judgeAgoDate(statutes: Statutes, yearEnd: CivilDate, date: CivilDate): Ruling {
  const deadline = agoYearDeadline(statutes, yearEnd)
  const months = statutes.bodies.ago.withinMonthsOfYearEnd
  const sentence = `L’assemblée annuelle se tient dans les ${plainCount(months, 'mois', 'mois')} de la clôture : au plus tard le ${plainDate(deadline)}.`
  const said = reason('13.2-a', sentence, { date, deadline, months })
  return date <= deadline ? lawful(said) : unlawful(said)
}

/** 15-b: last day on which the accounts and reports must be open to the members before the assembly that judges them. */
export function documentsOpenDeadline(statutes: Statutes, meetingDate: CivilDate): CivilDate {
  return addDays(meetingDate, -statutes.accounts.openToMembersDays)
}

/** 15-b: the assembly on the accounts is not regular where the documents were opened late. `openedOn` null: not yet. */
export function judgeDocuments(statutes: Statutes, meetingDate: CivilDate, openedOn: CivilDate | null): Ruling {
  const deadline = documentsOpenDeadline(statutes, meetingDate)
  const days = statutes.accounts.openToMembersDays
  const due = `ouverts à tous les membres pendant les ${plainCount(days, 'jour')} qui précèdent l’assemblée, donc au plus tard le ${plainDate(deadline)}`
  const figures = { date: openedOn, meetingDate, deadline, days }
  if (openedOn === null) {
    return incomplete(
      ['la mise à disposition des comptes et rapports'],
      reason('15-b', `Comptes et rapports à publier : ${due}.`, figures),
    )
  }
  const said = reason('15-b', `Comptes et rapports publiés le ${plainDate(openedOn)} : ils sont ${due}.`, figures)
  return openedOn <= deadline ? lawful(said) : unlawful(said)
}

/** 9.1-a: last day on which a candidacy is received; null: candidacies are open until the vote. */
export function candidacyDeadline(statutes: Statutes, office: string, meetingDate: CivilDate): CivilDate | null {
  const { candidacyDaysBefore } = statutes.elections
  const days = Object.hasOwn(candidacyDaysBefore, office) ? candidacyDaysBefore[office] : undefined
  return days === undefined ? null : addDays(meetingDate, -days)
}

/** 19-a: last day to declare a change to the prefecture. */
export function declarationDeadline(statutes: Statutes, decidedOn: CivilDate): CivilDate {
  return addMonths(decidedOn, statutes.formalities.declarationMonths)
}
