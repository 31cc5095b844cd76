/** Zero-width signs, soft hyphens, marks of direction, byte order marks: seen by nobody, they make two of one value. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/**
 * The text of a cell as everything later sees it: NFC, one kind of space and of hyphen, no invisible sign, without the
 * apostrophe by which a spreadsheet marks a text (« '0612345678 », « '=…  »).
 */
export const cleanCell = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .normalize('NFC')
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
