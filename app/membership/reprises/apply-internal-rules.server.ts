import type { Origin } from '~/members/register/origin'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { writeInternalRules } from '../internal-rules/record-internal-rules.server'
import type { Fact } from './facts'

/** 18-a: publishes the text that was kept with the proposal, and no other. Refused (409): a text no longer kept as it was. */
export async function applyInternalRules(
  tx: Tx,
  ctx: Context,
  fact: Extract<Fact, { kind: 'internal-rules' }>,
  { repriseId }: Extract<Origin, { kind: 'reprise' }>,
): Promise<void> {
  const kept = await tx.document.findUnique({ where: { id: fact.documentId } })
  if (!kept || kept.sha256 !== fact.fileHash)
    throw new Refusal('Le texte proposé n’est plus gardé : refusez cette reprise, puis proposez-la à nouveau.')
  const { fileName, mime, sha256 } = kept
  const { bytes } = await tx.blob.findUniqueOrThrow({ where: { sha256 } })
  const { approvedOn, effectiveFrom } = fact
  const file = { bytes, fileName, mime }
  await writeInternalRules(tx, ctx, { approvedOn, effectiveFrom, resolutionId: null, repriseId, file })
}
