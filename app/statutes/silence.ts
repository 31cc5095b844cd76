import type { RuleId } from './ruling'

/** A point on which the model is silent or can be read in two ways, and how this association reads it. */
export interface Silence {
  rule: RuleId
  point: string
  reading: string
  why: string
  /** The parameter of the statutes that holds the reading, and its value as in a statutes file. */
  path: string
  value: string
}

export interface SilenceDraft extends Omit<Silence, 'value'> {
  value: unknown
  /** `why` is a reason for any reading; otherwise it explains the reading of the model only. */
  holdsForAny?: true
}
