import { z } from 'zod'
import { typeset } from '~/statutes/french'
import { plural } from '~/ui/format'

/** The figures kept with a quorum, whatever else was kept beside them. */
export const quorumFigures = z.object({
  met: z.boolean(),
  counted: z.number(),
  required: z.number(),
  base: z.number(),
  unit: z.enum(['members', 'voices']),
})

/** « À l’ouverture, le quorum est atteint : 9 membres présents ou représentés sur 24, pour 8 requis. » */
export function quorumWords(when: string, { met, counted, required, base, unit }: z.output<typeof quorumFigures>) {
  const there =
    unit === 'voices'
      ? `${counted} voix présentes ou représentées`
      : plural(counted, 'membre présent ou représenté', 'membres présents ou représentés')
  if (required === 0) return typeset(`${when}, ${there} sur ${base} ; aucun quorum n’est exigé.`)
  const words = met ? 'est atteint' : 'n’est pas atteint'
  return typeset(`${when}, le quorum ${words} : ${there} sur ${base}, pour ${required} requis.`)
}
