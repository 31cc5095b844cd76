import { z } from 'zod'
import { PARTS, type Part } from '~/statutes/attendance'
import { typeset } from '~/statutes/french'
import { list, plural } from '~/ui/format'

/** The figures kept with a quorum, whatever else was kept beside them. */
export const quorumFigures = z.object({
  met: z.boolean(),
  counted: z.number(),
  required: z.number(),
  base: z.number(),
  unit: z.enum(['members', 'voices']),
  /** what each way of taking part weighs: they add up to `counted`; absent from what was kept before it was known */
  parts: z.partialRecord(z.enum(PARTS), z.number()).optional(),
  away: z.object({ represented: z.array(z.string()), online: z.array(z.string()) }).optional(),
})

const PART_WORDS = {
  present: ['présent', 'présents'],
  video: ['présent par visioconférence', 'présents par visioconférence'],
  represented: ['représenté', 'représentés'],
  online: ['ayant voté à distance', 'ayant voté à distance'],
} as const satisfies Record<Part, readonly [string, string]>

/** « 9 présents, 1 représenté et 1 ayant voté à distance »; of those who are nobody, nothing. */
export function partsWords(parts: Partial<Record<Part, number>>): string {
  const some = PARTS.filter((part) => (parts[part] ?? 0) > 0)
  return list(some.map((part) => plural(parts[part] ?? 0, PART_WORDS[part][0], PART_WORDS[part][1])))
}

/** « À l’ouverture, le quorum est atteint : 9 membres présents ou représentés sur 24, pour 8 requis. » */
export function quorumWords(
  when: string,
  { met, counted, required, base, unit, parts = {} }: z.output<typeof quorumFigures>,
) {
  const afar = (parts.online ?? 0) > 0
  const [one, many] = afar
    ? ['membre prenant part au vote', 'membres prenant part au vote']
    : ['membre présent ou représenté', 'membres présents ou représentés']
  const words = partsWords(parts)
  const which = unit === 'members' && counted > 0 && words !== '' ? ` (${words})` : ''
  const there = `${unit === 'voices' ? `${counted} voix présentes ou représentées` : plural(counted, one, many)}${which}`
  if (required === 0) return typeset(`${when}, ${there} sur ${base} ; aucun quorum n’est exigé.`)
  const outcome = met ? 'est atteint' : 'n’est pas atteint'
  return typeset(`${when}, le quorum ${outcome} : ${there} sur ${base}, pour ${required} requis.`)
}
