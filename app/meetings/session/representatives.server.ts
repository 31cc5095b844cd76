import { dateColumn, isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { judgeRepresentative } from '~/statutes/representation'
import type { Ruling } from '~/statutes/ruling'
import { frenchDate } from '~/ui/format'

export type KnownRepresentative = {
  id: string
  memberId: string
  accountId: string | null
  name: string
  /** name, quality and title under which he acts, as the attendance sheet shows them */
  words: string
  ruling: Ruling
}

/** Who may come for these legal persons on a civil day: legal representatives first, then substitutes (6.2-d). */
export async function currentRepresentatives(
  tx: Db | Tx,
  memberIds: readonly string[],
  on: string,
): Promise<KnownRepresentative[]> {
  const day = dateColumn(on)
  const rows = await tx.representative.findMany({
    where: { memberId: { in: [...memberIds] }, from: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] },
    orderBy: [{ kind: 'asc' }, { lastName: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => {
    const name = [row.civility, row.firstName, row.lastName].filter(Boolean).join(' ')
    const mandate = row.mandateOn
      ? `par mandat écrit du ${frenchDate(isoDate(row.mandateOn))}`
      : 'mandat écrit manquant'
    return {
      id: row.id,
      memberId: row.memberId,
      accountId: row.accountId,
      name,
      words: `${name}, ${row.quality}, ${row.kind === 'LEGAL' ? 'représentation légale' : mandate}`,
      ruling: judgeRepresentative({
        legalPerson: true,
        who: row.kind === 'LEGAL' ? 'legal' : 'subordinate',
        hasMandate: row.mandateOn !== null,
      }),
    }
  })
}
