import type { Tx } from '~/platform/db.server'

/** Where a leaver was convened is erased; that he was convened, when and how, stays. */
export async function forgetConvocationAddresses(tx: Tx, memberId: string): Promise<void> {
  await tx.convocationNotice.updateMany({ where: { memberId }, data: { address: '' } })
}
