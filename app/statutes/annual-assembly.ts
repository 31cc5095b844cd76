import { addDays, type CivilDate } from './civil-date'
import { fiscalYearEnd } from './deadlines'
import { plainCount, plainDate } from './french'
import { reason, rulingFrom, type Ruling } from './ruling'
import type { Statutes } from './schema'

/** First day on which the accounts of a year may be judged: closed, then open to the members for the days of 15-b. */
export function earliestAnnual(statutes: Statutes, year: number): CivilDate {
  return addDays(fiscalYearEnd(statutes, year), statutes.accounts.openToMembersDays)
}

/** 13.2-a, 15-b: the year whose accounts an annual assembly of that day judges: the last one that is closed and open long enough. */
export function annualYear(statutes: Statutes, date: CivilDate): number {
  const year = Number(date.slice(0, 4))
  return [year, year - 1].find((each) => earliestAnnual(statutes, each) <= date) ?? year - 2
}

export interface AnnualQuestion {
  /** Year whose accounts are to be judged. */
  year: number
  date: CivilDate
  /** Day of another annual assembly, held or to be held, on the same year; null: there is none. */
  otherOn: CivilDate | null
}

/** 13.2-a, 15-b: an annual assembly judges the accounts of the last closed year, once they were open to the members; once. */
export function judgeAnnual(statutes: Statutes, { year, date, otherOn }: AnnualQuestion): Ruling {
  const earliest = earliestAnnual(statutes, year)
  const last = annualYear(statutes, date)
  const figures = { date, year, earliest }
  const open = plainCount(statutes.accounts.openToMembersDays, 'jour')
  return rulingFrom([
    {
      ok: date >= earliest,
      reason: reason(
        '15-b',
        `L’exercice ${year} est clos le ${plainDate(fiscalYearEnd(statutes, year))} et ses comptes sont ouverts aux membres pendant ${open} : ils se jugent au plus tôt le ${plainDate(earliest)}.`,
        figures,
      ),
    },
    {
      ok: year >= last,
      reason: reason(
        '13.2-a',
        `L’assemblée annuelle juge les comptes du dernier exercice clos : le ${plainDate(date)}, c’est l’exercice ${last}. Ceux d’un exercice plus ancien sont une question de son ordre du jour.`,
        figures,
      ),
    },
    {
      ok: otherOn === null,
      reason: reason(
        '13.2-a',
        otherOn === null
          ? `Aucune autre assemblée annuelle ne juge les comptes de l’exercice ${year}.`
          : `L’assemblée annuelle du ${plainDate(otherOn)} juge déjà les comptes de l’exercice ${year}. Une autre assemblée de l’année est une assemblée ordinaire, sans exercice à juger.`,
        { ...figures, otherOn },
      ),
    },
  ])
}
