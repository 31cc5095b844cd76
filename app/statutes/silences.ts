import { typeset } from './french'
import type { Statutes } from './schema'
import type { Silence } from './silence'
import { assemblySilences } from './silences-assemblies'
import { memberSilences } from './silences-members'

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
