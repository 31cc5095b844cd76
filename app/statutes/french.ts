import { daysBetween, isCivilDate } from './civil-date'
import { fraction, isHalf, isOne } from './fraction'

const months = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin',
  'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
] // prettier-ignore
const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const cardinals = [
  'zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize',
  'quatorze', 'quinze', 'seize',
] // prettier-ignore
const denominators: Record<string, string> = {
  '3': 'tiers',
  '4': 'quart',
  '5': 'cinquième',
  '6': 'sixième',
  '7': 'septième',
  '8': 'huitième',
  '9': 'neuvième',
  '10': 'dixième',
}

const NNBSP = '\u202f'
const NBSP = '\u00a0'

/** French typography: curly apostrophe, narrow no-break space before ; ? ! and %, no-break space before a colon and inside « ». */
export function typeset(text: string): string {
  return text
    .replace(/(\p{L})'/gu, '$1’')
    .replace(/ ([;?!%])/g, `${NNBSP}$1`)
    .replace(/ :/g, `${NBSP}:`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ »/g, `${NBSP}»`)
}

export type DateStyle = { weekday?: boolean; year?: boolean }

/** For screens, papers and mails, the day not parted from its month: '2027-06-01' → « 1er juin 2027 »; with `weekday`, « mardi 1er juin 2027 »; anything else comes back as it is. */
export function frenchDate(date: string, { weekday = false, year = true }: DateStyle = {}): string {
  if (!isCivilDate(date)) return date
  const [years = 0, month = 0, number = 0] = date.split('-').map(Number)
  const day = `${number === 1 ? '1er' : number}${NBSP}${months[month - 1]}${year ? ` ${years}` : ''}`
  return weekday ? `${weekdayOf(date)} ${day}` : day
}

function weekdayOf(date: string): string {
  const sunday = '1899-12-31'
  return weekdays[((daysBetween(sunday, date) % 7) + 7) % 7] ?? ''
}

/** For sentences that are kept and sealed, with ordinary spaces: '2027-06-01' → « 1er juin 2027 ». */
export function plainDate(date: string): string {
  return frenchDate(date.slice(0, 10)).replace(NBSP, ' ')
}

/** '12-31' → « 31 décembre ». */
export function frenchDay(monthAndDay: string): string {
  return plainDate(`2000-${monthAndDay}`).replace(' 2000', '')
}

/** '2/3' → « deux tiers », '1/2' → « la moitié », '1/1' → « la totalité », '7/13' → « 7/13 ». */
export function frenchFraction(text: string): string {
  const share = fraction(text)
  if (isHalf(share)) return 'la moitié'
  if (isOne(share)) return 'la totalité'
  const word = denominators[String(share.den)]
  const count = cardinals[Number(share.num)]
  if (word === undefined || count === undefined || share.num === 0n) return text
  return `${count} ${word}${share.num > 1n && !word.endsWith('s') ? 's' : ''}`
}

/** With the article that a base wants: « la moitié des », « les deux tiers des », « un tiers des ». */
export function shareOf(text: string): string {
  const words = frenchFraction(text)
  const share = fraction(text)
  return share.num > 1n && !isHalf(share) && !isOne(share) ? `les ${words} des` : `${words} des`
}

/** In letters up to sixteen, then in figures: « trois », « 48 ». */
export function frenchCardinal(count: number, feminine = false): string {
  if (count === 1 && feminine) return 'une'
  return cardinals[count] ?? String(count)
}

/** The noun alone, in the number of what it counts; in French, zero and one are singular. */
export function agreed(count: number, one: string, many = `${one}s`): string {
  return Math.abs(count) < 2 ? one : many
}

/** For screens, papers and mails, the number not parted from its noun: « 2 membres », « 1 234 voix ». */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${frenchNumber(count)}${NBSP}${agreed(count, one, many)}`
}

/** For sentences that are kept and sealed, with an ordinary space: « 1 membre », « 3 membres », « 0 membre ». */
export function plainCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${agreed(count, one, many)}`
}

/** « 1 voix », « 8 membres ». */
export function inUnit(count: number, unit: 'members' | 'voices'): string {
  return unit === 'voices' ? `${count} voix` : plainCount(count, 'membre')
}

/** « a, b et c ». */
export function list(words: readonly string[], last = 'et'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
}

/**
 * Plural of a category's label: « membre fondateur » → « membres fondateurs », « membre d'honneur » → « membres d'honneur »,
 * « membre actif (collège 1) » → « membres actifs (collège 1) »: what follows a preposition or a sign keeps its form.
 */
export function pluralLabel(label: string): string {
  const words = label.split(' ')
  const cut = words.findIndex((word) => /^(d['’]|(de|du|des|à|en)$|[^\p{L}])/u.test(word))
  return words.map((word, index) => ((cut !== -1 && index >= cut) || /[sxz]$/.test(word) ? word : `${word}s`)).join(' ')
}

const isTitled = (name: string) => /^(Dr|Pr|Docteur|Professeur)\b/.test(name)

/** « d’Inès Baudry », « de Karim Benhaddou », « du Dr Étienne Œuvrard », « de Hélène Vasseur » (an h may be aspirated, nothing in a name tells). */
export function ofName(name: string): string {
  if (isTitled(name)) return `du ${name}`
  const bare = name.replace(/œ/i, 'o').normalize('NFD')
  return /^[aeiou]/i.test(bare) ? `d’${name}` : `de ${name}`
}

/** « par le Dr Étienne Œuvrard », « par Inès Baudry ». */
export function byName(name: string): string {
  return isTitled(name) ? `par le ${name}` : `par ${name}`
}

/** 1234567 → « 1 234 567 » with narrow no-break spaces; decimals keep a comma. */
export function frenchNumber(value: number): string {
  const [whole = '', decimals] = String(value).replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NNBSP)
  return `${value < 0 ? '−' : ''}${grouped}${decimals ? `,${decimals}` : ''}`
}

/** Integer cents → « 1 234,50 € », « −0,50 € ». */
export function euros(cents: number): string {
  const figures = String(cents).replace('-', '').padStart(3, '0')
  return `${cents < 0 ? '−' : ''}${frenchNumber(Number(figures.slice(0, -2)))},${figures.slice(-2)}${NBSP}€`
}

/** « plus d’un an », « de membres », « d’adhérentes », « de onze jours ». */
export function ofWords(words: string): string {
  return /^onze\b/.test(words) ? `de ${words}` : ofName(words)
}

/** « présidence » → « Présidence »: the first letter of a sentence in capital. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}

/** « Président » → « président »: the first letter in small. */
export function uncapital(text: string): string {
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1)
}
