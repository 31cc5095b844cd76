import { Refusal } from '~/platform/refusal'

/** The cells of a file as text, with the line of the file where each row begins; the first row is the header. */
export type Table = { rows: { line: number; cells: string[] }[]; form: string }

/** The file cannot be read as a list of members (400): why, and what to do. */
export const unreadable = (message: string): Refusal =>
  new Refusal(message, { status: 400, fieldErrors: { file: [message] } })
