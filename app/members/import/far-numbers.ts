import { takenOf, type Answers, type Question } from '~/platform/spreadsheet/table'
import type { ReadLine } from './read-line'

/** What tells a number of member from a ticket, an account or a reference. */
export type NumberFacts = {
  /** the last number of the register */
  lastNumber: number
  memberCount: number
  /** lines of the file: a first list brings its own numbers */
  lineCount: number
  farNumbers: 'take' | null
}

const FACTOR = 10
const MARGIN = 10_000

/** A number that a register of this size does not reach: more than ten times the last, or 10,000 above the count of members. */
export const isFarNumber = (
  number: number | null,
  { lastNumber, memberCount, lineCount, farNumbers }: NumberFacts,
): boolean =>
  number !== null &&
  farNumbers === null &&
  (number > Math.max(lastNumber, lineCount) * FACTOR || number > memberCount + MARGIN)

/** One question for the file: « drop » numbers all its lines after the last member. */
export function numbersQuestion(
  lines: readonly Pick<ReadLine, 'number'>[],
  register: Omit<NumberFacts, 'farNumbers'>,
  answers: Answers,
): { taken: 'take' | 'drop' | null; question: Question | null } {
  const { lastNumber } = register
  const facts = { ...register, farNumbers: null }
  const far = lines.find(({ number }) => isFarNumber(number, facts))?.number
  if (far === undefined || far === null) return { taken: null, question: null }
  const choices = [
    { value: 'take', label: `Oui : numéro de membre ${far}, et les suivants après lui` },
    { value: 'drop', label: `Non, c’est un autre numéro : numéroter à la suite, n° ${lastNumber + 1} et suivants` },
  ]
  const taken = takenOf(answers, 'numbers', choices, null)
  const question = `Le fichier donne le numéro de membre ${far}, le dernier du registre est ${lastNumber}. Est-ce bien ce numéro ?`
  return {
    taken: taken === 'take' || taken === 'drop' ? taken : null,
    question: { id: 'numbers', question, choices, taken },
  }
}
