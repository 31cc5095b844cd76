import { takenOf, type Answers, type Question } from './table'

type Read = { value: string; name: string; example: string }

/** One question for a file, each reading with an example; the first is the guess. */
export function accentsQuestion(answers: Answers, readings: readonly Read[]): Question {
  const choices = readings.map(({ value, name, example }) => ({ value, label: `« ${example} » (${name})` }))
  return {
    id: 'accents',
    question: 'Les accents de ce fichier sont-ils justes ?',
    choices,
    taken: takenOf(answers, 'accents', choices, choices[0]?.value ?? null),
  }
}

const linesOf = (text: string) => text.split(/\r\n|\r|\n/)

/** The rank of the first line on which readings of one file differ. */
export function firstDifference(texts: readonly string[]): number {
  const lines = texts.map(linesOf)
  return Math.max(
    0,
    (lines[0] ?? []).findIndex((each, index) => lines.some((other) => other[index] !== each)),
  )
}

/** The cell of that line where something is not ASCII. */
export function exampleOf(text: string, line: number): string {
  const cells = (linesOf(text)[line] ?? '').split(/[;,\t|]/)
  return (cells.find((cell) => /[^\u0000-\u007f]/.test(cell)) ?? cells[0] ?? '').replaceAll('"', '').trim().slice(0, 60)
}
