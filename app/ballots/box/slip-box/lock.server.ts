import type { Db, Tx } from '~/platform/db.server'
import { log } from '~/platform/log.server'

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

/** A deleted row stays on its page, with the number of its transaction, until it is vacuumed; an empty table is cut to nothing. */
export async function sweepBox(db: Db): Promise<void> {
  await db.$executeRaw`VACUUM "SealedVote"`.catch((error: unknown) =>
    log().warn({ err: error }, 'sealed votes not swept'),
  )
}
