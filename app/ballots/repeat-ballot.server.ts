import { Prisma } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import type { LoadedResolution } from './load-resolution.server'

/** 4.23 of the readings: a tie in a secret ballot is voted once more, on the same text. Returns the new resolution's id. */
export async function repeatBallot(tx: Tx, resolution: LoadedResolution): Promise<string> {
  const { meetingId, agendaItemId, title, text, kind, among, secret, effect, id } = resolution
  const { _max } = await tx.resolution.aggregate({ where: { meetingId }, _max: { number: true } })
  const repeated = await tx.resolution.create({
    data: {
      meetingId,
      agendaItemId,
      number: (_max.number ?? 0) + 1,
      title: `${title} (nouveau scrutin)`,
      text,
      kind,
      among,
      secret,
      effect: effect ?? Prisma.DbNull,
      repeatsId: id,
    },
    select: { id: true },
  })
  return repeated.id
}
