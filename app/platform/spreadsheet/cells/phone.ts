import { EMPTY, saysNothing, type Cell } from './cell'

/**
 * A telephone number, French ones in groups of two figures: the first of several, the rest in a note. It never refuses: what cannot be
 * read is left out and told, because nobody is kept out of a register for a telephone.
 */
export function readPhone(
  text: string,
): Extract<Cell<string>, { is: 'empty' | 'read' }> | { is: 'unread'; note: string } {
  if (saysNothing(text)) return EMPTY
  const unread = (why: string) => ({ is: 'unread' as const, note: `Téléphone « ${text} » non repris : ${why}.` })
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return unread('le tableur l’a tronqué')
  const found = /\(?\+?\(?\d[\d\s.()\u00a0-]{4,}\d/.exec(text)?.[0]
  const piece = found && [found, firstOfJoined(found)].find((each) => numberOf(each) !== null)
  const value = piece ? numberOf(piece) : null
  if (!piece || value === null) return unread('ce n’est pas un numéro complet')
  const rest = text
    .replace(piece, ' ')
    .replace(/^[\s:/;,.'-]+|[\s:/;,.-]+$/g, '')
    .trim()
  return rest === '' || /^(t[eé]l|port|mob|gsm|fixe?)[\p{L}. :]*$/iu.test(rest)
    ? { is: 'read', value }
    : { is: 'read', value, note: `Téléphone : « ${rest} » non repris.` }
}

/** « 06 12 34 56 78 - 05 56 00 00 00 » has been taken for one number. */
const firstOfJoined = (text: string): string => /^(?:\D*\d){10}/.exec(text)?.[0] ?? text

function numberOf(text: string): string | null {
  const figures = text.replace(/\(0\)/, '').replace(/\D/g, '')
  const abroad = /^\D*\+/.test(text) ? figures : /^00[1-9]/.test(figures) ? figures.slice(2) : null
  if (abroad !== null) return abroad.startsWith('33') ? french(abroad.slice(2)) : foreign(abroad, text)
  if (/^33[1-9]\d{8}$/.test(figures)) return french(figures.slice(2))
  if (/^0[1-9]\d{8}$/.test(figures) || /^[1-9]\d{8}$/.test(figures)) return french(figures)
  return null
}

function french(figures: string): string | null {
  const whole = figures.padStart(10, '0')
  return /^0[1-9]\d{8}$/.test(whole) ? whole.replace(/(\d{2})(?=\d)/g, '$1 ') : null
}

/** Kept in the groups in which it is written, after its plus. */
function foreign(figures: string, text: string): string | null {
  if (figures.length < 8 || figures.length > 15) return null
  const groups = text
    .replace(/[^\d]+/g, ' ')
    .trim()
    .replace(/^00/, '')
  return `+${groups}`.slice(0, 25)
}
