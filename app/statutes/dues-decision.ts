import type { CivilDate } from './civil-date'
import { plainDate, list } from './french'
import { reason, rulingFrom, type Ruling } from './ruling'
import { categoryOf, type Statutes } from './schema'

/**
 * 13.2-b, 6-a: an assembly sets the dues of its own year or of the next, due after it and within that year: nobody is late before
 * it is decided.
 */
export function judgeDuesYear({ year, dueOn, date }: { year: number; dueOn: CivilDate; date: CivilDate }): Ruling {
  const own = Number(date.slice(0, 4))
  return rulingFrom([
    {
      ok: year === own || year === own + 1,
      reason: reason(
        '13.2-b',
        `Une assemblée de ${own} fixe la cotisation de ${own} ou celle de ${own + 1}, et non celle de ${year}.`,
        { date, year },
      ),
    },
    {
      ok: dueOn > date && dueOn.startsWith(`${year}-`),
      reason: reason(
        '13.2-b',
        `La cotisation ${year} est due en ${year}, après l’assemblée qui la fixe, le ${plainDate(date)}.`,
        { date, dueOn },
      ),
    },
  ])
}

/** 6-a: an amount in cents for each category that pays dues, and for no other. */
export function judgeDuesAmounts(statutes: Statutes, amounts: Record<string, number>): Ruling {
  const paying = Object.keys(statutes.categories).filter((key) => categoryOf(statutes, key)?.paysDues)
  const labels = (keys: string[]) => list(keys.map((key) => categoryOf(statutes, key)?.label ?? key))
  const missing = paying.filter((key) => amounts[key] === undefined)
  const exempt = Object.keys(amounts).filter((key) => !paying.includes(key))
  return rulingFrom([
    { ok: missing.length === 0, reason: reason('6-a', `Il manque le montant dû par : ${labels(missing)}.`) },
    { ok: exempt.length === 0, reason: reason('6-a', `Ne paie pas de cotisation : ${labels(exempt)}.`) },
  ])
}
