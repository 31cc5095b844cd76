import { typedText } from '../typed-text'

/** The text of a cell: as any typed text, with plain spaces, without the apostrophe by which a spreadsheet marks a text (« '06… », « '=… »). */
export const cleanCell = (text: string): string =>
  typedText(text)
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@\d])/, '')

/** U+FFFD stands for a sign that a program has lost; U+0080 to U+009F for a byte that no alphabet has. */
const LOST = /[\ufffd\u0080-\u009f]/

/** Why a row cannot be trusted, with what it shows. */
export function lostSigns(cells: readonly string[]): string[] {
  const cell = cells.find((each) => LOST.test(each))
  if (cell === undefined) return []
  const shown = cell.replace(/[\u0080-\u009f]/g, '\ufffd').slice(0, 60)
  return [
    `« ${shown} » : un signe est perdu dans le fichier. Exportez-le à nouveau, en UTF-8, ou corrigez cette ligne.`,
  ]
}
