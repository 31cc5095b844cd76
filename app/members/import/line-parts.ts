import { saysNothing } from '~/platform/spreadsheet/cells/cell'
import { typeset } from '~/statutes/french'
import { fold } from '~/platform/folding'
import { categoryCell } from './cells'
import type { Field } from './column-names'
import type { StructureFacts } from './structures'

/** What the lines of a file are read with; the defaults are chosen beside the file. */
export type LineFacts = {
  today: string
  categories: Record<string, { label: string }>
  defaultCategory: string | null
  defaultAdmitted: string | null
}

export type Cells = (field: Field) => string

/** What a file that names a person and a structure on one line says of who is the member. */
export type KindFacts = StructureFacts & {
  /** the recorded bodies, folded name by number */
  bodies: ReadonlyMap<number, string>
}

/**
 * A person or a body; null when a line names both and nothing says which. A column of practices makes no body of the people who work
 * there: only what the file says, a line without a person, a body recorded under that number, or a structure alone of its name with
 * identifiers of its own.
 */
export function kindOf(cell: Cells, named: boolean, facts: KindFacts): 'PERSON' | 'BODY' | null {
  const nature = fold(cell('nature'))
  if (/^(mor|personne morale|morale|structure|oui|1|pm)$/.test(nature)) return 'BODY'
  if (nature !== '' || cell('legalName') === '') return 'PERSON'
  if (!named) return 'BODY'
  if (facts.namesBoth === 'body') return 'BODY'
  if (facts.namesBoth === 'person') return 'PERSON'
  const structure = fold(cell('legalName'))
  if (facts.bodies.get(Number(cell('number'))) === structure) return 'BODY'
  const personal = (['rpps', 'profession', 'bornOn'] as const).some((field) => cell(field) !== '')
  if (personal || facts.sharedStructures.has(structure)) return 'PERSON'
  const own = (['finess', 'siret', 'rna', 'legalForm', 'quality'] as const).some((field) => cell(field) !== '')
  if (own) return 'BODY'
  return facts.namesBoth === 'each' ? 'PERSON' : null
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
  if (saysNothing(text)) return null
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text)
  faults.push(`Le numéro de membre « ${text} » n’est pas un nombre.`)
  return null
}
