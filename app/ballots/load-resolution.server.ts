import type { Db, Tx } from '~/platform/db.server'
import { notFound } from '~/platform/refusal'

/** A resolution with its agenda item and its meeting. Throws 404 when there is none. */
export async function loadResolution(db: Db | Tx, resolutionId: string) {
  const found = await db.resolution.findUnique({
    where: { id: resolutionId },
    include: { meeting: true, item: { select: { kind: true, title: true } } },
  })
  if (!found) throw notFound()
  return found
}

export type LoadedResolution = Awaited<ReturnType<typeof loadResolution>>
