import { normalise, type Checked } from '~/members/identity/identifiers'

const refused = (message: string): Checked => ({ ok: false, message })

/** Remainder of a long number by 97, its letters read as 10 to 35. */
function mod97(text: string): number {
  let rest = 0
  for (const sign of text) {
    const value = /\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55)
    for (const figure of value) rest = (rest * 10 + Number(figure)) % 97
  }
  return rest
}

/** IBAN: country, two figures of key, then the account; 27 signs in France. */
export function checkIban(raw: string): Checked {
  const value = normalise(raw)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value) || (value.startsWith('FR') && value.length !== 27))
    return refused('Un IBAN français compte 27 signes et commence par FR.')
  if (mod97(value.slice(4) + value.slice(0, 4)) !== 1)
    return refused('Cet IBAN n’existe pas : sa clé est fausse. Vérifiez chaque signe.')
  return { ok: true, value }
}

/** BIC: 8 or 11 signs. */
export function checkBic(raw: string): Checked {
  const value = normalise(raw)
  if (!/^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(value))
    return refused('Un BIC compte 8 ou 11 signes, par exemple PSSTFRPPPAR.')
  return { ok: true, value }
}

/** « FR14 2004 1010 0505 0001 3M02 606 », as people read it. */
export const spacedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')
