import { association } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import type { Db, Tx } from '~/platform/db.server'
import type { ReceiptFacts } from './facts'

/** The association as a receipt names it. */
export async function associationHead(db: Db | Tx): Promise<ReceiptFacts['association']> {
  const row = await association(db)
  return { ...letterhead(row), town: row.town }
}

/** Street, then postcode and town; null when none is known. */
export function memberAddress(member: { street: string | null; postcode: string | null; town: string | null }) {
  const town = [member.postcode, member.town].filter(Boolean).join(' ')
  return [member.street, town].filter(Boolean).join('\n') || null
}
