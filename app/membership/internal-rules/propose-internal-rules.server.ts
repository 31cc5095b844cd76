import type { z } from 'zod'
import type { Context } from '~/platform/context'
import { storeDocument, type StoredFile } from '~/platform/documents.server'
import { sha256 } from '~/platform/secrets.server'
import { proposeReprise } from '../reprises/propose-reprise.server'
import type { citedRulesForm } from './internal-rules.form'
import { demandPdf } from './record-internal-rules.server'

/**
 * 18-a: proposes the internal rules that the Bureau approved outside this software, the text kept for whoever signs; nothing is published
 * before the second signature. Refused: whatever a reprise refuses, anything but a PDF. Returns the id of the reprise.
 */
export async function proposeInternalRules(
  ctx: Context,
  { effectiveFrom, file, ...citation }: z.output<typeof citedRulesForm> & { file: StoredFile },
): Promise<string> {
  demandPdf(file)
  return proposeReprise(ctx, {
    kinds: ['internal-rules'],
    citation,
    facts: async (tx) => [
      {
        kind: 'internal-rules',
        documentId: await storeDocument(tx, file, {
          title: 'Règlement intérieur proposé en reprise',
          kind: 'reprise',
          uploadedById: ctx.actor.accountId,
          now: ctx.now,
        }),
        fileName: file.fileName,
        fileHash: sha256(file.bytes),
        approvedOn: citation.decidedOn,
        effectiveFrom,
      },
    ],
  })
}
