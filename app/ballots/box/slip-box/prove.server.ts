import type { Db, Tx } from '~/platform/db.server'
import type { Proof } from '../box'

/**
 * Whether this receipt stands for a vote that was counted, and whether the box is whole: as many papers as there were
 * voices (or heads, where they alone are counted) in the slips. In a secret ballot nothing here tells what the vote was.
 */
export async function proveReceipt(db: Db | Tx, input: { resolutionId: string; receipt: string }): Promise<Proof> {
  const { resolutionId, receipt } = input
  const [known, { secret }, slips, papers] = await Promise.all([
    db.slip.count({ where: { resolutionId, receipt, cast: true } }),
    db.resolution.findUniqueOrThrow({ where: { id: resolutionId }, select: { secret: true } }),
    db.slip.aggregate({ where: { resolutionId, cast: true }, _sum: { voices: true }, _count: true }),
    db.paper.groupBy({ by: ['unit'], where: { resolutionId, among: '' }, _count: true }),
  ])
  const byUnit = new Map(papers.map(({ unit, _count }) => [unit, _count]))
  const unit = secret && !byUnit.has('voices') ? 'members' : 'voices'
  const cast = unit === 'voices' ? (slips._sum.voices ?? 0) : slips._count
  const counted = secret ? (byUnit.get(unit) ?? 0) : cast
  return { known: known === 1, unit, cast, counted, whole: cast === counted }
}
