import { type CIVILITIES } from '../identity/member.form'
import { fold } from '~/platform/folding'

const TITLES: Record<string, (typeof CIVILITIES)[number]> = {
  m: 'M.', mr: 'M.', 'm.': 'M.', monsieur: 'M.', mme: 'Mme', madame: 'Mme', mlle: 'Mme', melle: 'Mme', mle: 'Mme', mademoiselle: 'Mme', ms: 'Mme',
  dr: 'Dr', 'dr.': 'Dr', docteur: 'Dr', docteure: 'Dr', pr: 'Pr', professeur: 'Pr', professeure: 'Pr',
} // prettier-ignore

export const civilityCell = (text: string): (typeof CIVILITIES)[number] | undefined => TITLES[fold(text)]

const YES = ['oui', 'o', 'x', '1', 'vrai', 'true', 'yes']
const NO = ['non', 'n', '0', 'faux', 'false', 'no']

/** « oui » or « non », as people write them; null for anything else. */
export function consentWord(text: string): 'yes' | 'no' | null {
  const word = fold(text)
  return YES.includes(word) ? 'yes' : NO.includes(word) ? 'no' : null
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
