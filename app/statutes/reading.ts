import { typeset } from './french'

/** Another way to read the statutes, under which the outcome would differ. */
export interface Reading {
  /** The parameter, as in a statutes file, and the value that would change the outcome. */
  path: string
  value: string
  /** What it would then be; `unknown` where a secret ballot hides what would be needed. */
  outcome: 'adopted' | 'rejected' | 'unknown'
  sentence: string
}

export function reading(path: string, value: string, outcome: Reading['outcome'], sentence: string): Reading {
  return { path, value, outcome, sentence: typeset(sentence) }
}

export function outcomeOf(adopted: boolean): 'adopted' | 'rejected' {
  return adopted ? 'adopted' : 'rejected'
}
