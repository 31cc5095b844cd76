import { fold } from '~/platform/folding'
import { inUnit } from '~/statutes/french'
import { z } from 'zod'
import { sumOf, type Totals } from './choices'

const whole = z.number().int().min(0)
const totals = z.object({ for: whole, against: whole, abstained: whole, blank: whole })

/**
 * A count made in the room and typed by the chair, with the two tellers who answer for it. Show of hands: heads and voices.
 * Papers: as many papers as voices (or heads) in `unit`, the other is not known.
 */
export const manualCountSchema = z.object({
  unit: z.enum(['voices', 'members']),
  voices: totals.nullable(),
  members: totals.nullable(),
  /** members present or represented, read on the attendance sheet */
  sheet: whole,
  /** papers found in the box */
  papers: whole.nullable(),
  tellers: z.tuple([z.string().min(1), z.string().min(1)]),
  /** how the President himself voted, where it was seen */
  presidentVote: z.enum(['for', 'against']).nullable(),
})

export type ManualCount = z.output<typeof manualCountSchema>
export type CountFault = { field: string; message: string }

/** Who may be counted in the room: present or represented, with the right to vote, not having voted on line already. */
export type RoomWeights = { voices: number }[]

/** What does not add up in a typed count, field by field; [] when it does. */
export function countFaults(count: ManualCount, room: RoomWeights): CountFault[] {
  const faults: CountFault[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  const voicesThere = room.reduce((sum, { voices }) => sum + voices, 0)
  if (count.sheet !== room.length)
    fault(
      'sheet',
      `Présents ou représentés d’après l’émargement : ${room.length}, et non ${count.sheet}. Corrigez-le, ou recomptez.`,
    )
  if (fold(count.tellers[0]) === fold(count.tellers[1])) fault('teller2', 'Il faut deux scrutateurs différents.')
  const there = { voices: voicesThere, members: room.length }
  for (const unit of ['members', 'voices'] as const) {
    const counted = count[unit]
    if (!counted) continue
    if (sumOf(counted) > there[unit])
      fault(
        unit === 'voices' ? 'forVoices' : 'forMembers',
        `Dépouillement : ${inUnit(sumOf(counted), unit)}, pour ${inUnit(there[unit], unit)} dans la salle.`,
      )
  }
  const own = count[count.unit]
  if (count.papers !== null && own && sumOf(own) !== count.papers)
    fault('papers', `Bulletins trouvés dans l’urne : ${count.papers} ; dépouillés : ${sumOf(own)}.`)
  if (count.members && count.voices && faults.length === 0) faults.push(...unfit(count.members, count.voices, room))
  return faults
}

const FIELDS = {
  for: 'forVoices',
  against: 'againstVoices',
  abstained: 'abstainedVoices',
  blank: 'blankVoices',
} as const

/** Each line must be possible: n heads carry at least the n smallest weights and at most the n largest. */
function unfit(members: Totals, voices: Totals, room: RoomWeights): CountFault[] {
  const weights = room.map((right) => right.voices).sort((one, other) => one - other)
  const sum = (some: number[]) => some.reduce((total, each) => total + each, 0)
  const faults: CountFault[] = []
  for (const key of ['for', 'against', 'abstained', 'blank'] as const) {
    const [least, most] = [sum(weights.slice(0, members[key])), sum(weights.slice(weights.length - members[key]))]
    if (voices[key] < least || voices[key] > most)
      faults.push({
        field: FIELDS[key],
        message: `${inUnit(members[key], 'members')} pour ${inUnit(voices[key], 'voices')} : c’est impossible, il faut de ${least} à ${most} voix.`,
      })
  }
  if (faults.length === 0 && sumOf(members) === room.length && sumOf(voices) !== sum(weights))
    faults.push({
      field: 'forVoices',
      message: `Tous les membres sont comptés, mais ${sumOf(voices)} voix sur ${sum(weights)}.`,
    })
  return faults
}
