import { headerKey } from './plain'
import type { Row, Vocabulary } from './table'

/** The names of the columns, with the row or the two rows of the file that they come from. */
export type Header = { rows: Row[]; cells: string[] }

/** « (en euros) », « € », « * »: said of the name above, no name of its own. */
const REMARK = /^[(*€]/

/**
 * Two rows read as one header: names broken on two rows (« Date de » / « naissance »), or groups above names (« Montant » over « Débit »
 * and « Crédit »). Null when the row below holds what stands under a known name: it is then somebody, or money, and not a name.
 */
export function joinedHeader(upper: Row, lower: Row | undefined, vocabulary: Vocabulary): Header | null {
  if (!lower || !isWords(upper.cells) || !isNames(lower.cells)) return null
  const width = Math.max(upper.cells.length, lower.cells.length)
  const groups = groupsOf(upper.cells, lower.cells, width)
  const twice = new Set(lower.cells.filter((cell, at) => cell !== '' && lower.cells.indexOf(cell) !== at))
  const known = (name: string) => vocabulary(headerKey(name)) !== null
  const cells = Array.from({ length: width }, (_, at): string | null => {
    const [above, below, group] = [upper.cells[at] ?? '', lower.cells[at] ?? '', groups[at] ?? '']
    if (group !== '') return underGroup(group, below, { known, twice })
    if (above === '' || below === '') return above + below
    const whole = [...(above.endsWith('-') ? [above.slice(0, -1) + below] : []), `${above} ${below}`].find(known)
    if (whole !== undefined) return whole
    if (!known(above)) return `${above} ${below}`
    return REMARK.test(below) ? above : null
  })
  const names = cells.flatMap((cell) => cell ?? [])
  const filled = names.filter(Boolean)
  const enough = filled.filter(known).length * 2 > filled.length || twice.size > 0
  return names.length === width && enough ? { rows: [upper, lower], cells: names } : null
}

const isWords = (cells: readonly string[]) => cells.some(Boolean) && cells.every((cell) => !/@|\d{3}/.test(cell))
const isNames = (cells: readonly string[]) => cells.some(Boolean) && cells.every((cell) => cell === '' || (/\p{L}|€/u.test(cell) && !/[@\d]/.test(cell))) // prettier-ignore

/** The name above each column where it stands over several, as merged cells are kept: once, then blanks above filled cells. */
function groupsOf(upper: readonly string[], lower: readonly string[], width: number): string[] {
  const filled = (cells: readonly string[], at: number) => at < width && (cells[at] ?? '') !== ''
  const groups: string[] = []
  for (let at = 0; at < width; at += 1) {
    const opens = filled(upper, at) && filled(lower, at) && filled(lower, at + 1) && !filled(upper, at + 1)
    const goes = !filled(upper, at) && filled(lower, at)
    groups.push(opens ? (upper[at] ?? '') : goes ? (groups[at - 1] ?? '') : '')
  }
  return groups
}

/** « Débit » under « Montant » is « Montant Débit »; a name said under several groups keeps its own: « Nom Payeur ». */
function underGroup(
  group: string,
  below: string,
  { known, twice }: { known: (name: string) => boolean; twice: ReadonlySet<string> },
): string {
  const whole = [`${group} ${below}`, `${below} ${group}`].find(known)
  if (whole !== undefined) return whole
  return twice.has(below) || !known(below) ? `${below} ${group}` : below
}
