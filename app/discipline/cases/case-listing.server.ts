import type { CaseKind, CaseState } from '~/generated/prisma/enums'
import type { FileKey } from '~/effects'
import { listingOf } from '~/meetings/agenda/listing.server'
import type { Db, Tx } from '~/platform/db.server'

const DECIDED_BY = {
  EXCLUSION: 'exclude-member',
  FOUNDER_LOSS: 'withdraw-founder',
  SUSPENSION: 'suspend-member',
} as const satisfies Record<CaseKind, FileKey['kind']>

type Case = { id: string; kind: CaseKind; state: CaseState }

/**
 * Whether a case put to the vote waits for an agenda again: its resolution was taken off, withdrawn or left without effect, or its
 * meeting was cancelled or failed its quorum. The agenda alone says it, so that a point put back is listed again by itself.
 */
export async function awaitsAgenda(db: Db | Tx, { id, kind, state }: Case): Promise<boolean> {
  return state === 'DEFERRED' && (await listingOf(db, { kind: DECIDED_BY[kind], id })) === null
}
