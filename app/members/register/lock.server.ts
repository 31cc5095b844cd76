import type { Tx } from '~/platform/db.server'

/** One at a time, whoever writes members: their numbers follow each other and what must be unique is judged exactly. */
export async function lockMembers(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('members', 0))`
}
