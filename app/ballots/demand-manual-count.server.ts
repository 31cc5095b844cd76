import type { Tx } from '~/platform/db.server'
import { Refusal, type FieldErrors } from '~/platform/refusal'
import type { LoadedResolution } from './load-resolution.server'
import { countFaults, type ManualCount } from './manual-count'
import { roomVoters } from './room-voters.server'

/**
 * The typed count of a vote by hands or on paper, once it agrees with who is in the room; null for a vote on phones.
 * Refused field by field: more votes than people, an attendance sheet that differs, papers that do not add up.
 */
export async function demandManualCount(
  tx: Tx,
  resolution: LoadedResolution,
  manual: ManualCount | null,
): Promise<ManualCount | null> {
  if (resolution.mode === 'ELECTRONIC') return null
  if (!manual) throw new Refusal('Le décompte de ce vote reste à saisir.')
  const already = await tx.slip.findMany({
    where: { resolutionId: resolution.id, cast: true },
    select: { memberId: true },
  })
  const voters = await roomVoters(tx, resolution)
  const room = voters.filter(({ memberId }) => !already.some((slip) => slip.memberId === memberId))
  const faults = countFaults(manual, room)
  if (faults.length === 0) return manual
  const fieldErrors: FieldErrors = {}
  for (const { field, message } of faults) fieldErrors[field] = [...(fieldErrors[field] ?? []), message]
  throw new Refusal('Le décompte ne concorde pas avec la salle.', { status: 400, fieldErrors })
}
