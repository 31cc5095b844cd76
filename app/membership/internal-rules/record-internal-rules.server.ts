import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { storeDocument, type StoredFile } from '~/platform/documents.server'
import { journal } from '~/platform/journal.server'
import { badField } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { frenchDate } from '~/statutes/french'
import type { InternalRulesInput } from './internal-rules.form'

/**
 * 18-a: keeps a new version of the internal rules, written by the President and approved by the Bureau. Versions are never
 * edited: each follows the other. Refused: an approval to come, a day in force before that of the version before, anything but
 * a PDF.
 */
export async function recordInternalRules(
  ctx: Context,
  input: InternalRulesInput & { file: StoredFile },
): Promise<number> {
  demandPower(ctx, 'association.write')
  const { approvedOn, effectiveFrom, file } = input
  if (approvedOn > parisDate(ctx.now))
    throw badField('approvedOn', 'Cette date est à venir : revenez quand le Bureau aura approuvé le texte.')
  if (file.mime !== 'application/pdf')
    throw badField('file', 'Joignez le règlement en PDF : chacun doit pouvoir le lire.')
  return transact(ctx.db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('internal-rules', 0))`
    const version = await nextVersion(tx, effectiveFrom)
    const documentId = await storeDocument(tx, file, {
      title: `Règlement intérieur, version ${version}`,
      kind: 'internal-rules',
      openSince: ctx.now,
      uploadedById: ctx.actor.accountId,
      now: ctx.now,
    })
    const { id } = await tx.internalRules.create({
      data: {
        id: v7(ctx.now.epochMilliseconds),
        version,
        approvedOn: dateColumn(approvedOn),
        approvedBy: 'Bureau',
        effectiveFrom: dateColumn(effectiveFrom),
        documentId,
        recordedAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    const details = { version, approvedOn, effectiveFrom }
    await journal(tx, ctx, { act: 'internal-rules.recorded', subject: 'InternalRules', subjectId: id, details })
    return version
  })
}

async function nextVersion(tx: Tx, effectiveFrom: string): Promise<number> {
  const last = await tx.internalRules.findFirst({ orderBy: { version: 'desc' } })
  if (!last) return 1
  const since = isoDate(last.effectiveFrom)
  if (effectiveFrom < since)
    throw badField(
      'effectiveFrom',
      `La version ${last.version} est en vigueur à partir du ${frenchDate(since)} : la suivante vient après.`,
    )
  return last.version + 1
}
