import type { Context } from '~/platform/context'
import { readDocument } from '~/platform/documents.server'
import { notFound } from '~/platform/refusal'
import { lettersWith, readsLetter } from './letter-access.server'

/** A scan kept with a letter: its proof, or what the member joined to his explanations. 404 for whoever may not see the letter. */
export async function letterPiece(ctx: Context, letterId: string, documentId: string) {
  const letter = (await lettersWith(ctx, documentId)).find(({ id }) => id === letterId)
  if (!letter || !(await readsLetter(ctx, letter))) throw notFound()
  const found = await readDocument(ctx.db, documentId)
  if (!found) throw notFound()
  return found
}
