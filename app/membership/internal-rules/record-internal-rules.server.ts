import { isInstalling } from '~/association/installation/is-installing.server'
import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { storeDocument, type StoredFile } from '~/platform/documents.server'
import { journal } from '~/platform/journal.server'
import { badField, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { plainDate } from '~/statutes/french'
import { reason } from '~/statutes/ruling'
import { approvingVotes } from './approving-votes.server'
import type { InternalRulesInput } from './internal-rules.form'

type Recorded = InternalRulesInput & { file: StoredFile }

/**
 * 18-a: keeps a new version of the internal rules, written by the President and approved by the Bureau. Versions are never
 * edited: each follows the other. While the association is being installed, on the word of who records it; then by the vote of the
 * Bureau that approved it (one vote, one version), in force from the day of its publication at the earliest. Refused: an approval to
 * come, one typed by hand once the installation is closed (409), a vote that approves nothing, a day in force before that of the
 * version before, anything but a PDF.
 */
export async function recordInternalRules(ctx: Context, input: Recorded): Promise<number> {
  demandPower(ctx, 'association.write')
  const { file, effectiveFrom } = input
  demandPdf(file)
  return transact(ctx.db, async (tx) => {
    const approval = 'resolutionId' in input ? await approvalBy(tx, input.resolutionId) : await approvalTyped(tx, input)
    if (approval.resolutionId && effectiveFrom < parisDate(ctx.now))
      throw badField(
        'effectiveFrom',
        'Personne ne pouvait le lire ici avant aujourd’hui : choisissez aujourd’hui ou un jour à venir.',
      )
    return writeInternalRules(tx, ctx, { ...approval, effectiveFrom, file })
  })
}

/** 18-a: everybody must be able to read the rules. */
export function demandPdf(file: StoredFile): void {
  if (file.mime !== 'application/pdf')
    throw badField('file', 'Joignez le règlement en PDF : chacun doit pouvoir le lire.')
}

type Approval = { approvedOn: string; resolutionId: string | null; repriseId: string | null }

async function approvalTyped(tx: Tx, { approvedOn }: { approvedOn: string }): Promise<Approval> {
  if (await isInstalling(tx)) return { approvedOn, resolutionId: null, repriseId: null }
  const sentence =
    'Le Bureau approuve le règlement intérieur par un vote : choisissez la résolution adoptée ou, s’il a voté hors du logiciel, proposez une reprise, qu’un autre membre du Bureau signe avec vous.'
  throw new Refusal(sentence, { reasons: [reason('18-a', sentence)] })
}

async function approvalBy(tx: Tx, resolutionId: string): Promise<Approval> {
  const vote = (await approvingVotes(tx)).find(({ id }) => id === resolutionId)
  if (!vote)
    throw badField('resolutionId', 'Choisissez une résolution que le Bureau a adoptée et qui ne sert à rien d’autre.')
  return { approvedOn: vote.on, resolutionId, repriseId: null }
}

/** See `recordInternalRules`; in the caller's transaction, whoever judged where the approval comes from. */
export async function writeInternalRules(
  tx: Tx,
  ctx: Context,
  input: Approval & { effectiveFrom: string; file: Pick<StoredFile, 'bytes' | 'fileName' | 'mime'> },
): Promise<number> {
  const { approvedOn, effectiveFrom, resolutionId, repriseId, file } = input
  if (approvedOn > parisDate(ctx.now))
    throw badField('approvedOn', 'Cette date est à venir : revenez quand le Bureau aura approuvé le texte.')
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('internal-rules', 0))`
  if (resolutionId && (await tx.internalRules.count({ where: { resolutionId } })) > 0)
    throw badField('resolutionId', 'Une version est déjà publiée par cette résolution.')
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
      resolutionId,
      repriseId,
    },
    select: { id: true },
  })
  const details = { version, approvedOn, effectiveFrom, resolutionId, repriseId }
  await journal(tx, ctx, { act: 'internal-rules.recorded', subject: 'InternalRules', subjectId: id, details })
  return version
}

async function nextVersion(tx: Tx, effectiveFrom: string): Promise<number> {
  const last = await tx.internalRules.findFirst({ orderBy: { version: 'desc' } })
  if (!last) return 1
  const since = isoDate(last.effectiveFrom)
  if (effectiveFrom < since)
    throw badField(
      'effectiveFrom',
      `La version ${last.version} est en vigueur à partir du ${plainDate(since)} : la suivante vient après.`,
    )
  return last.version + 1
}
