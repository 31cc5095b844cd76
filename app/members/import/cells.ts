import { isCivilDate } from '~/statutes/civil-date'
import { type CIVILITIES } from '../member.form'
import { fold } from '../folding'

/** « 14/03/2026 », « 14-3-2026 », « 2026-03-14 » and the same with an hour → 'YYYY-MM-DD'; null when it is no date. */
export function dateCell(text: string): string | null {
  const day = text.replace(/[ T]\d{1,2}[:h].*$/, '').trim()
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(day)
  const iso = french ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}` : day
  return isCivilDate(iso) ? iso : null
}

/** Spreadsheets eat the first zero of postcodes and of telephone numbers. */
export const postcodeCell = (text: string): string => (/^\d{4}$/.test(text) ? `0${text}` : text.replace(/\s/g, ''))
export const phoneCell = (text: string): string => (/^[1-9]\d{8}$/.test(text) ? `0${text}` : text)
export const finessCell = (text: string): string => (/^\d{8}$/.test(text) ? `0${text}` : text)

const TITLES: Record<string, (typeof CIVILITIES)[number]> = {
  m: 'M.', mr: 'M.', 'm.': 'M.', monsieur: 'M.', mme: 'Mme', madame: 'Mme', mlle: 'Mme', ms: 'Mme',
  dr: 'Dr', 'dr.': 'Dr', docteur: 'Dr', docteure: 'Dr', pr: 'Pr', professeur: 'Pr', professeure: 'Pr',
} // prettier-ignore

export const civilityCell = (text: string): (typeof CIVILITIES)[number] | undefined => TITLES[fold(text)]

/** « MARTIN Anne », « Anne MARTIN » → the name is what is in capitals; null when nothing tells them apart. */
export function splitName(text: string): { lastName: string; firstName: string } | null {
  const words = text.split(/\s+/).filter(Boolean)
  const capital = (word: string) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
  const last = words.filter(capital)
  const first = words.filter((word) => !capital(word))
  return last.length > 0 && first.length > 0 ? { lastName: last.join(' '), firstName: first.join(' ') } : null
}

const YES = ['oui', 'o', 'x', '1', 'vrai', 'true', 'yes']
const NO = ['non', 'n', '0', 'faux', 'false', 'no']

/** A consent: the day on which it was given, « oui » for today, « non »; undefined when the cell says nothing of it. */
export function consentCell(text: string, today: string): string | null | undefined | 'wrong' {
  const word = fold(text)
  if (word === '') return undefined
  if (YES.includes(word)) return today
  if (NO.includes(word)) return null
  return dateCell(text) ?? 'wrong'
}

/** « membres actifs », « Actif », « fondatrice » → the key of the category; null when the statutes have none such. */
export function categoryCell(text: string, categories: Record<string, { label: string }>): string | null {
  const wanted = plain(text)
  const found = Object.entries(categories).find(([key, { label }]) => [plain(key), plain(label)].includes(wanted))
  return found?.[0] ?? null
}

/** Without « membre », plural and feminine: what two names of a category share. */
function plain(text: string): string {
  const words = fold(text)
    .replace(/^membres? /, '')
    .replace(/^(d|de) /, '')
    .split(' ')
  return words
    .map((word) =>
      word
        .replace(/s$/, '')
        .replace(/trice$/, 'teur')
        .replace(/ive$/, 'if')
        .replace(/^honoraire$/, 'honneur'),
    )
    .join(' ')
}
