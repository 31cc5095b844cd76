import { takenOf, type Answers, type Question, type Row } from '~/platform/spreadsheet/table'
import { fold } from '~/platform/folding'
import type { Field } from './column-names'
import type { Columns } from './columns'
import { kindOf, type Cells } from './line-parts'

/** What a file says of the lines that name a person and a structure: which of the two is the member. */
export type StructureFacts = {
  /** structures that several lines name, folded: people of one practice */
  sharedStructures: ReadonlySet<string>
  /** the answer for all such lines; `each`: by what each says, a person where nothing tells; null: not answered yet */
  namesBoth: 'person' | 'body' | 'each' | null
}

/** The question is put once for a file; it holds the lines up only where nothing on them tells. */
export function structureFacts(
  rows: readonly Row[],
  { at }: Columns,
  bodies: ReadonlyMap<number, string>,
  answers: Answers,
): StructureFacts & { question: Question | null } {
  const cellsOf =
    ({ cells }: Row): Cells =>
    (field: Field) => {
      const place = at[field]
      return place === undefined ? '' : (cells[place] ?? '')
    }
  const lines = rows.map(cellsOf)
  const counts = new Map<string, number>()
  for (const cell of lines) counts.set(fold(cell('legalName')), (counts.get(fold(cell('legalName'))) ?? 0) + 1)
  const sharedStructures = new Set([...counts].flatMap(([name, count]) => (name !== '' && count > 1 ? [name] : [])))
  const both = lines.filter((cell) => cell('legalName') !== '' && nameIn(cell) !== '')
  const facts = { sharedStructures, namesBoth: null, bodies }
  const unsaid = both.find((cell) => kindOf(cell, true, facts) === null)
  const example = unsaid ?? both[0]
  if (!example) return { sharedStructures, namesBoth: null, question: null }
  const choices = [
    { value: 'person', label: `La personne : « ${nameIn(example)} »` },
    { value: 'body', label: `La structure : « ${example('legalName')} », que la personne représente` },
    {
      value: 'each',
      label:
        'Selon la ligne : la structure si elle est la seule de ce nom et a un FINESS, un SIRET ou un RNA, sinon la personne',
    },
  ]
  const taken = takenOf(answers, 'members', choices, unsaid ? null : 'each')
  const question = 'Des lignes nomment une personne et une structure : qui est membre ?'
  return {
    sharedStructures,
    namesBoth: taken === 'person' || taken === 'body' || taken === 'each' ? taken : null,
    question: { id: 'members', question, choices, taken },
  }
}

const nameIn = (cell: Cells): string =>
  [cell('firstName'), cell('lastName') || cell('fullName')].filter(Boolean).join(' ')
