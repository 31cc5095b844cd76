import type { Context } from '~/platform/context'
import { readDocument } from '~/platform/documents.server'
import { notFound } from '~/platform/refusal'
import { handles, isConcerned } from './letter-access.server'

/** A scan kept with a letter: its proof, or what the member joined to his explanations. 404 for who may not see the letter. */
export async function letterPiece(ctx: Context, letterId: string, documentId: string) {
  const letter = await ctx.db.registeredLetter.findUnique({ where: { id: letterId } })
  if (!letter || !(isConcerned(ctx, letter.memberId) || (await handles(ctx.db, ctx, letter)))) throw notFound()
  const joined = await ctx.db.explanation.count({ where: { letterId, documentId } })
  const found = joined > 0 || letter.proofDocumentId === documentId ? await readDocument(ctx.db, documentId) : null
  if (!found) throw notFound()
  return found
}
