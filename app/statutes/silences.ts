import { typeset } from './french'
import type { RuleId } from './ruling'
import type { Statutes } from './schema'
import { assemblySilences } from './silences-assemblies'
import { memberSilences } from './silences-members'

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
}

/** Every reading that these statutes have chosen, in the order of their articles. */
export function silences(statutes: Statutes): Silence[] {
  return [...memberSilences(statutes), ...assemblySilences(statutes)].map((draft) => ({
    ...draft,
    point: typeset(draft.point),
    reading: typeset(draft.reading),
    why: typeset(draft.why),
    value: JSON.stringify(draft.value),
  }))
}
