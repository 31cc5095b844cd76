import type { Totals } from './choices'
import type { ManualCount, RoomWeights } from './manual-count'

export type Unit = 'voices' | 'members'

/** How a vote is counted in the room: by hands or papers, by whom, and what its majority looks at. */
export type Counting = {
  mode: 'HANDS' | 'PAPER'
  room: RoomWeights
  /** the unit of the majority */
  decides: Unit
  /** 6.2-a: heads decide, however many voices they carry */
  headsAlone: boolean
}

/**
 * The figures that the chair has to type. Heads alone, where the voices follow from them (everybody carries the same number) or
 * do not matter.
 */
export function countedUnits(counting: Counting): readonly Unit[] {
  if (counting.headsAlone || voicesOfEach(counting) !== null) return ['members']
  return counting.mode === 'HANDS' ? ['voices', 'members'] : [counting.decides]
}

/** The count with the voices that its heads carry, where heads say them; or the units that are still to be typed. */
export function completeCount(count: ManualCount, counting: Counting): { count: ManualCount } | { missing: Unit[] } {
  const each = voicesOfEach(counting)
  const heads = count.members ?? (each === 1 ? count.voices : null)
  const voices = count.voices ?? (each !== null && heads ? times(heads, each) : null)
  const whole = { ...count, members: heads, voices }
  const missing = countedUnits(counting).filter((unit) => whole[unit] === null)
  return missing.length > 0 ? { missing } : { count: whole }
}

/**
 * The number of voices that each person carries, when it is the same for all; else null. On paper, where a paper is one voice,
 * only when it is one.
 */
function voicesOfEach({ mode, room }: Counting): number | null {
  const [first] = room
  if (!first || room.some(({ voices }) => voices !== first.voices)) return null
  return mode === 'HANDS' || first.voices === 1 ? first.voices : null
}

const times = (heads: Totals, voices: number): Totals => ({
  for: heads.for * voices,
  against: heads.against * voices,
  abstained: heads.abstained * voices,
  blank: heads.blank * voices,
})
