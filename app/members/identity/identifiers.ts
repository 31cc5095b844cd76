/** What a typed identifier is worth: its normal form, or the French sentence that says why it is refused. */
export type Checked = { ok: true; value: string } | { ok: false; message: string }

/** Without spaces, dots or hyphens, in capitals: « 732 829 320 » → « 732829320 ». */
export const normalise = (raw: string): string => raw.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase()

const refused = (message: string): Checked => ({ ok: false, message })

/** Luhn's key: every second figure from the right is doubled; the sum ends with 0. */
function luhn(figures: string): boolean {
  let sum = 0
  for (let index = 0; index < figures.length; index += 1) {
    const figure = Number(figures[figures.length - 1 - index])
    const doubled = index % 2 === 1 ? figure * 2 : figure
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** RPPS: 11 figures for life, the last one is a key. */
export function checkRpps(raw: string): Checked {
  const value = normalise(raw)
  if (!/^\d{11}$/.test(value)) return refused('Le numéro RPPS compte 11 chiffres, par exemple 10001234565.')
  if (!luhn(value)) return refused('Ce numéro RPPS n’existe pas : sa clé est fausse. Vérifiez chaque chiffre.')
  return { ok: true, value }
}

/** FINESS: 9 signs, the department first, a key last. In Corsica (2A, 2B) the key is not certain: it is not judged. */
export function checkFiness(raw: string): Checked {
  const value = normalise(raw)
  if (!/^(\d{2}|2[AB])\d{7}$/.test(value)) return refused('Le numéro FINESS compte 9 chiffres, par exemple 750712184.')
  if (/^\d+$/.test(value) && !luhn(value))
    return refused('Ce numéro FINESS n’existe pas : sa clé est fausse. Vérifiez chaque chiffre.')
  return { ok: true, value }
}

/** SIREN: 9 figures with a key. */
export function checkSiren(raw: string): Checked {
  const value = normalise(raw)
  if (!/^\d{9}$/.test(value)) return refused('Le numéro SIREN compte 9 chiffres, par exemple 732829320.')
  if (!luhn(value)) return refused('Ce numéro SIREN n’existe pas : sa clé est fausse. Vérifiez chaque chiffre.')
  return { ok: true, value }
}

/** Its establishments are too many for the key: the sum of their 14 figures is a multiple of 5 instead. */
const LA_POSTE = '356000000'
const sumOf = (figures: string) => [...figures].reduce((sum, figure) => sum + Number(figure), 0)

/** SIRET: the SIREN, then 5 figures; a key on each. */
export function checkSiret(raw: string): Checked {
  const value = normalise(raw)
  if (!/^\d{14}$/.test(value)) return refused('Le numéro SIRET compte 14 chiffres, par exemple 73282932000074.')
  const sound = luhn(value) || (value.startsWith(LA_POSTE) && sumOf(value) % 5 === 0)
  if (!sound || !luhn(value.slice(0, 9)))
    return refused('Ce numéro SIRET n’existe pas : sa clé est fausse. Vérifiez chaque chiffre.')
  return { ok: true, value }
}

/** RNA: W and 9 signs without a key (letters in some prefecture codes). Associations of Alsace-Moselle have none. */
export function checkRna(raw: string): Checked {
  const value = normalise(raw)
  if (!/^W[0-9A-Z]{9}$/.test(value))
    return refused('Le numéro RNA commence par W, suivi de 9 chiffres, par exemple W751234567.')
  return { ok: true, value }
}
