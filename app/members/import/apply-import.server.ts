import { z } from 'zod'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { changeMembers } from '../change-members.server'
import { insertMembers } from '../insert-members.server'
import { lockMembers } from '../lock.server'
import { consentRow } from '../new-member-rows'
import { demandPower } from '../permission.server'
import type { DuesSide, DuesTotals } from './dues-side'
import { notTakenCsv } from './not-taken'
import { writtenBy } from './written'
import { planImport, sourceOf, type Counts, type ImportPlan } from './plan-import.server'

const count = z.number().int().min(0)
export const countsSchema = z.object({
  create: count,
  change: count,
  same: count,
  asked: count.default(0),
  refused: count,
  passed: count.default(0),
})
const duesSchema = z.object({ opened: count, paid: count, paidCents: count })
/** What was done, as it is kept. */
export const summarySchema = z.object({ ...countsSchema.shape, dues: duesSchema.nullish() })

type Confirmation = {
  importId: string
  /** write the good lines though others are refused */
  onlyGood: boolean
  /** what the dry run announced */
  expected: Pick<Counts, 'create' | 'change'> & Partial<Pick<DuesTotals, 'paid' | 'paidCents'>>
  /** number a receipt for each payment taken over; else it was given before, elsewhere */
  receipts?: boolean
}

/**
 * Does what the dry run announced, all of it or nothing. Pressed twice, it answers with what the first did. Refused (409):
 * lines are refused and the good ones were not chosen, members changed since the dry run, the file is no longer kept.
 */
export async function applyImport(
  ctx: Context,
  confirmation: Confirmation,
  dues: DuesSide | null = null,
): Promise<Counts> {
  demandPower(ctx, 'members.write')
  if (dues) demandPower(ctx, 'dues.manage')
  const { importId, onlyGood, expected, receipts = false } = confirmation
  return transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    const kept = await tx.memberImport.findUnique({ where: { id: importId } })
    if (!kept) throw notFound()
    if (kept.appliedAt) return countsSchema.parse(kept.summary)
    if (!kept.bytes) throw new Refusal('Ce fichier n’est plus gardé : déposez-le à nouveau.')
    const plan = await planImport(tx, ctx, sourceOf(kept, kept.bytes), dues)
    demandAsAnnounced(plan, onlyGood, expected)
    const created = await insertMembers(tx, ctx, plan.creations, { kind: 'installation' })
    await changeMembers(tx, ctx, plan.changes)
    await recordConsents(tx, ctx, plan.changes, kept.fileName)
    const done = dues && (await dues.write(tx, ctx, withMembers(plan.taken, created), { receipts }))
    await tx.memberImport.update({
      where: { id: importId },
      data: {
        appliedAt: dateFromInstant(ctx.now),
        summary: { ...plan.counts, dues: done },
        bytes: null,
        written: writtenBy(plan, created),
        refusedLines: notTakenCsv(plan),
      },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'members.imported',
      subject: 'MemberImport',
      subjectId: importId,
      details: { ...plan.counts, ...(done && { dues: done, receipts }) },
    })
    return plan.counts
  })
}

/** Each payment with the member that it is for, now that all are written. */
function withMembers(taken: ImportPlan['taken'], created: string[]) {
  return taken.map(({ creation, memberId, ...paid }) => {
    const written = memberId ?? (creation === null ? undefined : created[creation])
    if (!written) throw new Error('a payment taken over is for a member')
    return { ...paid, memberId: written }
  })
}

function demandAsAnnounced({ counts, dues }: ImportPlan, onlyGood: boolean, expected: Confirmation['expected']): void {
  if (counts.refused > 0 && !onlyGood)
    throw new Refusal('Des lignes sont refusées : corrigez le fichier, ou choisissez de n’importer que les autres.')
  if (counts.asked > 0 && !onlyGood)
    throw new Refusal('Des lignes attendent une réponse : répondez, ou choisissez de n’importer que les autres.')
  const { paid = 0, paidCents = 0 } = expected
  const others = counts.create !== expected.create || counts.change !== expected.change
  if (others || (dues?.paid ?? 0) !== paid || (dues?.paidCents ?? 0) !== paidCents)
    throw new Refusal('La liste des membres a changé depuis cet essai : relisez-le, puis confirmez.')
}

async function recordConsents(tx: Tx, ctx: Context, changes: ImportPlan['changes'], fileName: string): Promise<void> {
  const changed = changes.flatMap(({ before, consent }) => (consent ? [{ memberId: before.id, ...consent }] : []))
  if (changed.length === 0) return
  await tx.consent.createMany({
    data: changed.map((each) => consentRow(ctx, { ...each, source: `fichier ${fileName}` })),
  })
  const rows = changed.map(({ memberId, given, on }) => ({ memberId, on: given ? dateColumn(on) : null }))
  await tx.$executeRaw`
    update "Member" m set "convocationConsentOn" = x."on"
      from json_to_recordset(${JSON.stringify(rows)}::json) x("memberId" uuid, "on" date) where m.id = x."memberId"`
}
