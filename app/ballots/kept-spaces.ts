import type { MajorityRequirement } from '~/statutes/schema'
import type { Space } from './box/box'

/**
 * What a secret ballot keeps on paper and publishes: the spaces that its majority looks at, and nothing else. Voices and
 * heads side by side, or a category alone, could tell how a few people voted.
 */
export function keptSpaces(requirements: readonly MajorityRequirement[]): Space[] {
  const needed = requirements.flatMap(({ unit, among }): Space[] =>
    among ? among.map((category) => ({ unit, among: category })) : [{ unit, among: null }],
  )
  const whole = needed.some(({ among }) => among === null)
  const all: Space[] = whole ? needed : [...needed, { unit: 'voices', among: null }]
  return [...new Map(all.map((space) => [`${space.unit} ${space.among ?? ''}`, space])).values()]
}

export const keeps = (spaces: readonly Space[], unit: Space['unit']): boolean =>
  spaces.some((space) => space.unit === unit && space.among === null)
