import { EMPTY, read, refusedCell, saysNothing, type Cell } from './cell'

/** A sum in integer cents, negative when its sign says so; `sign` null when it bears none. */
export type Amount = { cents: number; sign: '+' | '-' | null }

/**
 * A sum as banks and software write it: « 1 250,00 », « -12,50 », « 12,50- », « (12,50) », « +50 », « 1.250,00 € », « 1,250.00 »,
 * « 50,00 D ». Refused: « 1,250 » (nobody knows whether it is a thousand), three decimals, another currency, no sum at all.
 */
export function readAmount(text: string): Cell<Amount> {
  if (saysNothing(text)) return EMPTY
  const bare = text.replace(/[\s\u00a0\u202f€'’]|\bEUROS?\b|EUR(?![a-z])/gi, '').replace(/[−–—]/g, '-')
  if (/[$£]|USD|GBP|CHF/i.test(bare)) return refusedCell(`« ${text} » n’est pas en euros.`)
  const lettered = /^([\d.,]+)(D|DB|DEBIT|DT|C|CR|CREDIT|CT)\.?$/i.exec(bare)
  if (lettered) return signed(text, lettered[1] ?? '', /^d/i.test(lettered[2] ?? '') ? '-' : '+')
  const found = /^([+-]?)(\d[\d.,]*)$/.exec(bare) ?? /^()(\d[\d.,]*)([+-])$/.exec(bare)
  if (found) return signed(text, found[2] ?? '', signOf(found[1] || found[3]))
  const inside = /^-?\((\d[\d.,]*)\)$/.exec(bare)
  return inside
    ? signed(text, inside[1] ?? '', '-')
    : refusedCell(`« ${text} » n’est pas une somme, par exemple 50,00.`)
}

const signOf = (sign: string | undefined) => (sign === '+' || sign === '-' ? sign : null)

function signed(text: string, figures: string, sign: Amount['sign']): Cell<Amount> {
  if (/^\d{1,3}[.,]\d{3}$/.test(figures))
    return refusedCell(`« ${text} » se lit de deux façons : écrivez les centimes, par exemple 1250,00.`)
  const whole =
    /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{0,2}))?$/.exec(figures) ??
    /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{0,2}))?$/.exec(figures)
  if (!whole) return refusedCell(`« ${text} » n’est pas une somme, par exemple 50,00.`)
  const euros = Number((whole[1] ?? '').replace(/[.,]/g, ''))
  if (euros > 1_000_000_000) return refusedCell(`« ${text} » n’est pas une somme plausible.`)
  const cents = euros * 100 + Number((whole[2] ?? '').padEnd(2, '0'))
  return read({ cents: sign === '-' && cents > 0 ? -cents : cents, sign })
}
