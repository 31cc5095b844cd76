import type { Tx } from '~/platform/db.server'

/** Nothing sealed nor counted yet; slips only of those who voted on line before the session. */
export async function openBox(tx: Tx, resolutionId: string): Promise<void> {
  const [papers, room] = await Promise.all([
    tx.paper.count({ where: { resolutionId } }),
    tx.slip.count({ where: { resolutionId, online: false } }),
  ])
  if (papers + room > 0) throw new Error('the ballot box is not empty')
}

/** Waits for the votes under way (they hold the row FOR SHARE) and lets none in after them. */
export async function closeBox(tx: Tx, resolutionId: string): Promise<boolean> {
  const open = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Resolution" WHERE "id" = ${resolutionId}::uuid AND "state" = 'OPEN' FOR UPDATE`
  return open.length === 1
}

/** The sealed votes of a withdrawn ballot are never opened. */
export async function discardBox(tx: Tx, resolutionId: string): Promise<void> {
  await tx.sealedVote.deleteMany({ where: { resolutionId } })
}
