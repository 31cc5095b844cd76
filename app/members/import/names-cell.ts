import { fold } from '~/platform/folding'
import { civilityCell } from './cells'

export type NameOrder = 'first-last' | 'last-first' | null
export type PersonName = { civility: ReturnType<typeof civilityCell>; lastName: string; firstName: string }
/** A name read, or the sentence that asks or refuses. */
export type NameCell = { is: 'read'; name: PersonName; note?: string } | { is: 'asked' | 'refused'; why: string }

const COUPLE = /^(m\.?|mr\.?|monsieur|mme|madame)\s*(et|&|\/|ou)\s*(m\.?|mr\.?|monsieur|mme|madame)(\s|$)/i
const PARTICLES = ['de', 'du', 'des', 'la', 'le', 'les', 'd', 'van', 'von', 'der', 'den', 'ben', 'bin', 'el', 'al', 'da', 'dos', 'do', 'di', 'mac', 'mc', 'saint', 'sainte', 'st', 'ste'] // prettier-ignore

/** Without the civility that opens it: « M. BRUN », « Docteur Anne Martin ». A single word is always a name. */
export function withoutCivility(text: string): { civility: PersonName['civility']; rest: string } {
  const words = text.split(/\s+/).filter(Boolean)
  const [first = '', ...others] = words
  const civility = others.length > 0 && /^(m|mr|mme|mlle|dr|pr|me)\.?$|^(monsieur|madame|mademoiselle|docteure?|professeure?)$/i.test(first) ? civilityCell(first) : undefined // prettier-ignore
  if (!civility) return { civility: undefined, rest: words.join(' ') }
  const inner = withoutCivility(others.join(' '))
  return { civility: inner.civility ?? civility, rest: inner.rest }
}

const BIRTH_NAME = /\s*\(?(?<![\p{L}])(née?|nee|épouse|epouse|ép\.|veuve)\s+[\p{L}'’-]+\)?/iu

/** « BRUN née PETIT » is called BRUN: the name that she bears, the other in a note. */
function readBornName(text: string): { text: string; note?: string } {
  const found = BIRTH_NAME.exec(text)
  if (!found || found.index === 0) return { text }
  return { text: text.replace(BIRTH_NAME, ''), note: `« ${found[0].trim()} » non repris.` }
}

/** Name and first name in two cells, their civilities taken off. */
export function readNames(lastWhole: string, firstCell: string): NameCell {
  const { text: lastCell, note } = readBornName(lastWhole)
  const couple = [lastCell, firstCell].find((text) => COUPLE.test(text))
  if (couple) return { is: 'refused', why: `« ${couple} » : une ligne par personne, chacune a sa voix.` }
  const [last, first] = [withoutCivility(lastCell), withoutCivility(firstCell)]
  const lost = [last.rest, first.rest].find((text) => /\p{L}\?|\?\p{L}/u.test(text))
  if (lost) return { is: 'refused', why: `« ${lost} » : un accent semble perdu dans le fichier.` }
  const civility = last.civility ?? first.civility
  return { is: 'read', name: { civility, lastName: last.rest, firstName: first.rest }, ...(note && { note }) }
}

/**
 * « MARTIN Anne », « Anne MARTIN », « Martin, Anne » say themselves which is the family name (the capitals, what comes before the comma);
 * « Lucie Brun » does not: read in the order said for the file, asked without one.
 */
export function readFullName(text: string, order: NameOrder): NameCell {
  if (COUPLE.test(text)) return readNames(text, '')
  const born = readBornName(text)
  const { civility, rest } = withoutCivility(born.text)
  const said = (lastName: string, firstName: string, note = born.note): NameCell => {
    const read = readNames(lastName, firstName)
    return read.is === 'read' ? { ...read, name: { ...read.name, civility: civility ?? read.name.civility }, ...(note && { note }) } : read // prettier-ignore
  }
  const comma = /^([^,]+),\s*([^,]+)$/.exec(rest)
  if (comma) return said(comma[1] ?? '', comma[2] ?? '')
  const words = rest.split(/\s+/)
  if (words.length < 2) return { is: 'refused', why: `« ${text} » : le nom et le prénom sont attendus.` }
  const capital = (word: string) => /\p{L}{2}/u.test(word) && word === word.toUpperCase()
  const [last, first] = [words.filter(capital), words.filter((word) => !capital(word))]
  if (last.length > 0 && first.length > 0) return said(last.join(' '), first.join(' '))
  if (order === null) return { is: 'asked', why: `« ${text} » : le prénom ou le nom d’abord ?` }
  const cut = order === 'first-last' ? 1 : familyWords(words)
  const [start, end] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
  const [lastName, firstName] = order === 'first-last' ? [end, start] : [start, end]
  const doubtful = words.length > 2 && !words.some((word) => PARTICLES.includes(fold(word)))
  return said(lastName, firstName, doubtful ? `« ${text} » : nom lu « ${lastName} », prénom « ${firstName} ». Vérifiez.` : undefined) // prettier-ignore
}

/** How many words the family name takes at the head of a name: its particles, then one. */
function familyWords(words: readonly string[]): number {
  const at = words.findIndex((word) => !PARTICLES.includes(fold(word)))
  return Math.min(words.length - 1, Math.max(0, at) + 1)
}

/** Whether a text would be asked about: two words or more of which nothing says which is the family name. */
export const isOrderUnsaid = (text: string): boolean => readFullName(text, null).is === 'asked'
