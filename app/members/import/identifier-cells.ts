import { saysNothing } from '~/platform/spreadsheet/cells/cell'
import { checkFiness, checkRpps, checkSiret, normalise, type Checked } from '../identity/identifiers'

/** An identifier as a register writes it, brought to its figures; `note` says what was left out. */
export type IdentifierCell = { value: string; note?: string }

/** « 810001234565 » (the national identifier is 8, then the RPPS), « RPPS 10001234565 », « 10001234565 | 940001234 ». */
export const rppsCell = (text: string): IdentifierCell =>
  /^\d[\dAB]\d{7}$/.test(normalise(text))
    ? { value: '', note: `« ${text} » est un ancien numéro ADELI, non repris.` }
    : identifier(text, checkRpps, 'RPPS', (piece) => (/^8\d{11}$/.test(piece) ? piece.slice(1) : piece))

/** « 750712184 (ET) », « 750712184|940001234 », and the first zero that spreadsheets eat. */
export const finessCell = (text: string): IdentifierCell =>
  identifier(text, checkFiness, 'FINESS', (piece) => (/^\d{8}$/.test(piece) ? `0${piece}` : piece))

export const siretCell = (text: string): IdentifierCell => identifier(text, checkSiret, 'SIRET', (piece) => piece)

/** The first piece that is such a number; the whole text, to be refused as it is, when none is. */
function identifier(
  text: string,
  check: (raw: string) => Checked,
  name: string,
  prepare: (piece: string) => string,
): IdentifierCell {
  if (saysNothing(text)) return { value: '' }
  const bare = (piece: string) =>
    prepare(normalise(piece.replace(/\((et|ej)\)|\b(rpps|finess|siret|n°|no|et|ej)\b\s*:?/gi, '')))
  const whole = bare(text)
  if (check(whole).ok) return { value: whole }
  const pieces = text.split(/[|;,/]| - |\n/).map((piece) => piece.trim()).filter(Boolean) // prettier-ignore
  const found = pieces.find((piece) => check(bare(piece)).ok)
  if (!found) return { value: whole === '' ? text : whole }
  const rest = pieces.filter((piece) => piece !== found)
  return { value: bare(found), ...(rest.length > 0 && { note: `${name} : « ${rest.join(', ')} » non repris.` }) }
}

/** « 94204 CEDEX », « F-94200 », « 94200 Ivry-sur-Seine », « 1000 » (a zero eaten): the postcode, and the town where it follows. */
export function postcodeCell(text: string): { postcode: string; town: string } {
  if (saysNothing(text)) return { postcode: '', town: '' }
  const found = /^(?:f\s?[-–]\s?)?(\d{4,5}|\d{2}\s\d{3})(?:[.,]0)?(?:\s+(.*))?$/is.exec(text)
  if (!found) return { postcode: text.replace(/\s/g, ''), town: '' }
  const town = (found[2] ?? '').trim()
  return { postcode: (found[1] ?? '').replace(/\s/g, '').padStart(5, '0'), town: /^cedex\b/i.test(town) ? '' : town }
}
