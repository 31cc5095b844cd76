import type { Tx } from '~/platform/db.server'
import { Refusal, type FieldErrors } from '~/platform/refusal'
import { ballotBox } from './box/ballot-box.server'
import { MISSING_FIGURE } from './close-ballot.form'
import { completeCount, type Unit } from './counted-units'
import type { LoadedResolution } from './load-resolution.server'
import { countFaults, type ManualCount } from './manual-count'
import { roomVoters } from './room-voters.server'

type Decides = { decides: Unit; headsAlone: boolean }

/**
 * The typed count of a vote by hands or on paper, once it agrees with who is in the room; null for a vote on phones.
 * Heads alone are enough where they say the voices.
 * Refused field by field: more votes than people, an attendance sheet that differs, papers that do not add up.
 */
export async function demandManualCount(
  tx: Tx,
  resolution: LoadedResolution,
  manual: ManualCount | null,
  { decides, headsAlone }: Decides,
): Promise<ManualCount | null> {
  if (resolution.mode === 'ELECTRONIC') return null
  if (!manual) throw new Refusal('Le décompte de ce vote reste à saisir.')
  const already = await ballotBox.used(tx, { resolutionId: resolution.id })
  const voters = await roomVoters(tx, resolution)
  const room = voters.filter(({ memberId }) => !already.some((slip) => slip.memberId === memberId))
  const { mode } = resolution
  if (mode !== 'HANDS' && mode !== 'PAPER') throw new Refusal('Ce scrutin ne se compte pas à la main.')
  const typed = completeCount(manual, { mode, room, decides, headsAlone })
  if ('missing' in typed) throw unfilled(typed.missing)
  const faults = countFaults(typed.count, room)
  if (faults.length === 0) return typed.count
  const fieldErrors: FieldErrors = {}
  for (const { field, message } of faults) fieldErrors[field] = [...(fieldErrors[field] ?? []), message]
  throw new Refusal('Le décompte ne concorde pas avec la salle.', { status: 400, fieldErrors })
}

const FIELDS = {
  voices: ['forVoices', 'againstVoices', 'blankVoices', 'abstainedVoices'],
  members: ['forMembers', 'againstMembers', 'blankMembers', 'abstainedMembers'],
} as const satisfies Record<Unit, readonly string[]>

const unfilled = (units: readonly Unit[]) =>
  new Refusal(MISSING_FIGURE, {
    status: 400,
    fieldErrors: Object.fromEntries(units.flatMap((unit) => FIELDS[unit]).map((field) => [field, [MISSING_FIGURE]])),
  })
