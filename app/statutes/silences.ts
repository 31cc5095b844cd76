import { typeset } from './french'
import { modelStatutes } from './model'
import type { Statutes } from './schema'
import type { Silence, SilenceDraft } from './silence'
import { assemblySilences } from './silences-assemblies'
import { memberSilences } from './silences-members'

const drafts = (statutes: Statutes): SilenceDraft[] => [...memberSilences(statutes), ...assemblySilences(statutes)]

const keyOf = ({ path, point }: SilenceDraft) => `${path} ${point}`

/**
 * Every reading that these statutes have chosen, in the order of their articles. The reason given is that of our reading: where
 * the statutes chose another, they are said to have, beside ours.
 */
export function silences(statutes: Statutes): Silence[] {
  const ours = new Map(drafts(modelStatutes).map((draft) => [keyOf(draft), draft.reading]))
  return drafts(statutes).map(({ holdsForAny, ...draft }) => {
    const safe = ours.get(keyOf(draft))
    const own = safe !== undefined && safe !== draft.reading && !holdsForAny
    return {
      ...draft,
      point: typeset(draft.point),
      reading: typeset(draft.reading),
      why: typeset(
        own ? `C’est le choix de ces statuts. Sans lui, la lecture la plus prudente serait : « ${safe} »` : draft.why,
      ),
      value: JSON.stringify(draft.value),
    }
  })
}
