import type { Tx } from '~/platform/db.server'

/** Registered letters to a leaver and what it answered are erased; returns the files kept with them, for the caller to erase. */
export async function forgetLetters(tx: Tx, memberId: string): Promise<string[]> {
  const letters = await tx.registeredLetter.findMany({ where: { memberId } })
  const answers = await tx.explanation.findMany({ where: { memberId } })
  await tx.explanation.deleteMany({ where: { memberId } })
  await tx.registeredLetter.deleteMany({ where: { memberId } })
  const files = letters.flatMap(({ documentId, proofDocumentId }) => [documentId, proofDocumentId])
  return [...files, ...answers.map(({ documentId }) => documentId)].filter((id) => id !== null)
}
