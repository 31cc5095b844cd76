import type { Db, Tx } from '~/platform/db.server'
import type { BoxFaults } from '../box'
import { unseal } from './seal.server'

/** What keeps a secret box from being counted; null when nothing does. Which choices the others hold is not said. */
export async function boxFaults(db: Db | Tx, resolutionId: string): Promise<BoxFaults | null> {
  const [seals, slips] = await Promise.all([
    db.sealedVote.findMany({ where: { resolutionId }, orderBy: { id: 'asc' } }),
    db.slip.findMany({ where: { resolutionId, cast: true }, select: { voices: true, category: true } }),
  ])
  const unreadable = seals.filter(({ id, box }) => !opens(resolutionId, id, box)).map(({ id }) => id)
  const agree = weightsOf(seals) === weightsOf(slips)
  return unreadable.length > 0 || !agree ? { unreadable, sealed: seals.length, cast: slips.length } : null
}

function opens(resolutionId: string, sealId: string, box: Uint8Array): boolean {
  try {
    unseal(resolutionId, sealId, box)
    return true
  } catch {
    return false
  }
}

const weightsOf = (rows: readonly { voices: number; category: string }[]) =>
  rows
    .map(({ voices, category }) => `${category} ${voices}`)
    .sort()
    .join('\n')
