/** Below this number, people who carry the same voices may be guessed at in a secret ballot. */
export const SMALLEST_CLASS = 3

export type WeightClass = { voices: number; members: number }

/** Voters grouped by the voices that they carry, the heaviest first. */
export function weightClasses(voters: readonly { voices: number }[]): WeightClass[] {
  const heads = new Map<number, number>()
  for (const { voices } of voters) heads.set(voices, (heads.get(voices) ?? 0) + 1)
  return [...heads].map(([voices, members]) => ({ voices, members })).sort((one, other) => other.voices - one.voices)
}

/** The classes of fewer than three voters. */
export const smallClasses = (voters: readonly { voices: number }[]): WeightClass[] =>
  weightClasses(voters).filter(({ members }) => members < SMALLEST_CLASS)
