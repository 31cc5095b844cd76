import { Refusal } from '~/platform/refusal'

/** One row of a file: its cells as clean text, the line of the file where it begins, and what of it cannot be trusted. */
export type Row = {
  line: number
  cells: string[]
  /** French sentences: a lost sign, a value under no column; a row with a fault is refused whatever it says */
  faults: string[]
}

export type Sheet = { name: string | null; rows: Row[] }

/** A row that holds nothing to read, and why: shown and counted, never dropped in silence. */
export type PassedRow = { line: number; text: string; why: PassedWhy }
export type PassedWhy = 'before the header' | 'blank' | 'header again' | 'total' | 'remark at the end'

/**
 * Something that the file does not say and that was guessed, or could not be. `taken` is the choice in use, by a guess or by an
 * answer; null: nothing is read of what depends on it until somebody answers.
 */
export type Question = {
  id: string
  question: string
  choices: { value: string; label: string }[]
  taken: string | null
}

/** The answers given to questions, by their id. */
export type Answers = Readonly<Record<string, string>>

/** A file read as a table. `rows`, `passed` and the header add up to the rows of the sheet that was read. */
export type Table = {
  /** « CSV, points-virgules, UTF-8 » */
  form: string
  sheet: string | null
  /** on one line of the file or on two; null when no row names columns: the cells are all in `rows` */
  header: { lines: number[]; cells: string[]; certain: boolean } | null
  rows: Row[]
  passed: PassedRow[]
  questions: Question[]
}

/** What a header may say: the meaning of the name of a column (as `headerKey` writes it), null when it is not known. */
export type Vocabulary = (key: string) => string | null

/** How a table is read. */
export type Reading = {
  vocabulary: Vocabulary
  answers?: Answers
  mostBytes?: number
  mostRows?: number
}

/** The file cannot be read as a table (400): why, and what to do. */
export const unreadable = (message: string): Refusal =>
  new Refusal(message, { status: 400, fieldErrors: { file: [message] } })

/** The choice in use: the answer where it is one of the choices, else the guess. */
export function takenOf(answers: Answers, id: string, choices: readonly { value: string }[], guess: string | null) {
  const answer = answers[id]
  return answer !== undefined && choices.some(({ value }) => value === answer) ? answer : guess
}
