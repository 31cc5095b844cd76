import { Prisma } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import type { LoadedResolution } from './load-resolution.server'

/** Whether this ballot is already the second one after a tie; one that replaces an annulled ballot is a first. */
export async function followsTie(tx: Tx, { repeatsId }: Pick<LoadedResolution, 'repeatsId'>): Promise<boolean> {
  return (
    repeatsId !== null && (await tx.resolution.count({ where: { id: repeatsId, state: { not: 'WITHDRAWN' } } })) > 0
  )
}

/**
 * The same text is voted once more: after a tie in a secret ballot (4.23 of the readings), or a ballot that was annulled.
 * Returns the new resolution's id.
 */
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
