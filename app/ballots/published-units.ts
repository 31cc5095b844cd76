import type { MajorityRequirement } from '~/statutes/schema'
import { keeps, keptSpaces } from './kept-spaces'
import type { ManualCount } from './manual-count'
import { smallClasses } from './weight-classes'

type Ballot = { secret: boolean; manual: ManualCount | null }

/** In which units the figures of a ballot are published: both when it is open, those of its majority when it is secret. */
export function publishedUnits({
  secret,
  manual,
  requirements,
}: Ballot & { requirements: readonly MajorityRequirement[] }) {
  const kept = keptSpaces(requirements)
  const shown = (unit: 'voices' | 'members') => (!manual || manual[unit] !== null) && (!secret || keeps(kept, unit))
  return { voices: shown('voices'), members: shown('members') }
}

/** Whether heads may be held against voices: both are known, and the difference tells nothing of a few people. */
export function mayCompareUnits({
  secret,
  manual,
  voters,
}: Ballot & { voters: readonly { voices: number }[] }): boolean {
  if (manual && (manual.voices === null || manual.members === null)) return false
  return !secret || smallClasses(voters).length === 0
}
