import type { Db, Tx } from '~/platform/db.server'

/** The reprise that waits for a second signature to apply an import; null: none does. */
export async function repriseWaitingFor(db: Db | Tx, importId: string): Promise<string | null> {
  const found = await db.reprise.findFirst({
    where: { state: 'PROPOSED', facts: { array_contains: [{ kind: 'import', importId }] } },
    select: { id: true },
  })
  return found?.id ?? null
}
