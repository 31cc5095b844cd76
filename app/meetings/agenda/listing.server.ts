import type { Prisma } from '~/generated/prisma/client'
import type { Db, Tx } from '~/platform/db.server'
import { EFFECTS, type FileKey } from '~/effects'

/** Of resolutions: not decided, on the agenda of a meeting still to come or in session. */
export const STILL_TO_BE_VOTED = {
  state: { in: ['PENDING', 'ONLINE', 'OPEN'] },
  meeting: { state: { in: ['DRAFT', 'CONVENED', 'OPEN'] } },
} satisfies Prisma.ResolutionWhereInput

/**
 * The resolution that is to decide on a file (a case, an appeal, an application, a removal), on the agenda of a meeting still to
 * come or in session; null: on none.
 */
export async function listingOf(db: Db | Tx, { kind, id }: FileKey) {
  return db.resolution.findFirst({
    where: {
      [EFFECTS[kind].file]: id,
      effect: { path: ['kind'], equals: kind },
      ...STILL_TO_BE_VOTED,
    },
    orderBy: { id: 'desc' },
    select: { id: true, number: true, title: true, state: true, repeatsId: true, agendaItemId: true, meeting: true },
  })
}

export type Listing = NonNullable<Awaited<ReturnType<typeof listingOf>>>

/**
 * Holds a file until the transaction ends, its meeting being held before it: of two who put it on two agendas at once, the second
 * sees where the first put it, which is what is returned.
 */
export async function lockFile(tx: Tx, file: FileKey): Promise<Listing | null> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${file.kind} ${file.id}`}, 0))::text`
  return listingOf(tx, file)
}
