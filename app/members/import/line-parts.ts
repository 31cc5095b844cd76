import { typeset } from '~/statutes/french'
import { fold } from '../folding'
import { categoryCell, splitName } from './cells'
import type { Field } from './columns'

/** What the lines of a file are read with; the defaults are chosen beside the file. */
export type LineFacts = {
  today: string
  categories: Record<string, { label: string }>
  defaultCategory: string | null
  defaultAdmitted: string | null
}

export type Cells = (field: Field) => string
type Name = { lastName: string; firstName: string }

/** Name and first name, from two columns or from one. */
export function nameOf(cell: Cells, faults: string[]): Name {
  const full = cell('fullName')
  if (cell('lastName') || cell('firstName') || !full)
    return { lastName: cell('lastName'), firstName: cell('firstName') }
  const split = splitName(full)
  if (!split)
    faults.push(`« ${full} » : écrivez le nom de famille en capitales, ou le nom et le prénom dans deux colonnes.`)
  return split ?? { lastName: full, firstName: '' }
}

/** What the file says, or what its cells leave no doubt of: a structure named, without a name or a profession of its own. */
export function kindOf(cell: Cells, name: Name): 'PERSON' | 'BODY' {
  const nature = fold(cell('nature'))
  if (/^(mor|personne morale|morale|structure|oui|1|pm)$/.test(nature)) return 'BODY'
  if (nature !== '') return 'PERSON'
  return cell('legalName') !== '' && (name.lastName === '' || (cell('rpps') === '' && cell('profession') === ''))
    ? 'BODY'
    : 'PERSON'
}

/** The key of the category named; null when none is. */
export function categoryOf(text: string, { categories }: LineFacts, faults: string[]): string | null {
  if (text === '') return null
  const key = categoryCell(text, categories)
  if (key === null) {
    const known = Object.values(categories).map(({ label }) => typeset(label))
    faults.push(`« ${text} » n’est pas une catégorie des statuts : ${known.join(', ')}.`)
  }
  return key
}

export function numberOf(text: string, faults: string[]): number | null {
  if (text === '') return null
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text)
  faults.push(`Le numéro de membre « ${text} » n’est pas un nombre.`)
  return null
}
