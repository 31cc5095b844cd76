import type { Db } from '~/platform/db.server'
import { ballotBox } from './box/ballot-box.server'
import { receiptCode } from './vote-result'

/** The receipts of these members, and of those for whom they voted, in a closed ballot; and whether the box is whole. */
export async function myReceipts(db: Db, resolutionId: string, mine: readonly string[]) {
  const slips = await ballotBox.used(db, { resolutionId, members: mine, voters: mine })
  const [first] = slips
  if (!first?.receipt) return null
  const [members, proof] = await Promise.all([
    db.member.findMany({
      where: { id: { in: slips.map(({ memberId }) => memberId) } },
      select: { id: true, label: true },
    }),
    ballotBox.prove(db, { resolutionId, receipt: first.receipt }),
  ])
  const receipts = slips.flatMap(({ memberId, receipt }) =>
    receipt ? [{ label: members.find(({ id }) => id === memberId)?.label ?? '', code: receiptCode(receipt) }] : [],
  )
  return { receipts, proof }
}
