import type { Tx } from '~/platform/db.server'
import type { LoadedResolution } from './load-resolution.server'

/** Whether this ballot is already the second one after a tie; one that replaces an annulled ballot is a first. */
export async function followsTie(tx: Tx, { repeatsId }: Pick<LoadedResolution, 'repeatsId'>): Promise<boolean> {
  return (
    repeatsId !== null && (await tx.resolution.count({ where: { id: repeatsId, state: { not: 'WITHDRAWN' } } })) > 0
  )
}
