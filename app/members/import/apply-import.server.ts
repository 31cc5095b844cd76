import { z } from 'zod'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { changeMembers } from '../change-members.server'
import { insertMembers } from '../insert-members.server'
import { lockMembers } from '../lock.server'
import { consentRow } from '../new-member-rows'
import { demandPower } from '../permission.server'
import { planImport, type Counts, type ImportPlan } from './plan-import.server'

const count = z.number().int().min(0)
export const countsSchema = z.object({ create: count, change: count, same: count, refused: count })

type Confirmation = {
  importId: string
  /** write the good lines though others are refused */
  onlyGood: boolean
  /** what the dry run announced */
  expected: Pick<Counts, 'create' | 'change'>
}

/**
 * Does what the dry run announced, all of it or nothing. Pressed twice, it answers with what the first did. Refused (409):
 * lines are refused and the good ones were not chosen, members changed since the dry run, the file is no longer kept.
 */
export async function applyImport(ctx: Context, { importId, onlyGood, expected }: Confirmation): Promise<Counts> {
  demandPower(ctx, 'members.write')
  return transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    const kept = await tx.memberImport.findUnique({ where: { id: importId } })
    if (!kept) throw notFound()
    if (kept.appliedAt) return countsSchema.parse(kept.summary)
    if (!kept.bytes) throw new Refusal('Ce fichier n’est plus gardé : déposez-le à nouveau.')
    const { bytes, fileName, defaultCategory, defaultAdmitted } = kept
    const plan = await planImport(tx, ctx, {
      bytes,
      fileName,
      defaultCategory,
      defaultAdmitted: defaultAdmitted && isoDate(defaultAdmitted),
    })
    demandAsAnnounced(plan.counts, onlyGood, expected)
    await insertMembers(tx, ctx, plan.creations)
    await changeMembers(tx, ctx, plan.changes)
    await recordConsents(tx, ctx, plan.changes, fileName)
    await tx.memberImport.update({
      where: { id: importId },
      data: { appliedAt: dateFromInstant(ctx.now), summary: plan.counts, bytes: null },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'members.imported',
      subject: 'MemberImport',
      subjectId: importId,
      details: plan.counts,
    })
    return plan.counts
  })
}

function demandAsAnnounced(counts: Counts, onlyGood: boolean, expected: Confirmation['expected']): void {
  if (counts.refused > 0 && !onlyGood)
    throw new Refusal('Des lignes sont refusées : corrigez le fichier, ou choisissez de n’importer que les autres.')
  if (counts.create !== expected.create || counts.change !== expected.change)
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
