import type { Tx } from '~/platform/db.server'

/** The text of the resignations of a leaver is erased, their dates stay; returns the files kept with them, for the caller to erase. */
export async function forgetResignations(tx: Tx, memberId: string): Promise<string[]> {
  const resignations = await tx.resignation.findMany({ where: { memberId } })
  await tx.resignation.updateMany({ where: { memberId }, data: { text: '', documentId: null } })
  return resignations.flatMap(({ documentId }) => documentId ?? [])
}
