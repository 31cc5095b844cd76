import type { MemberImport } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { demandOwnAddress } from '../identity/own-address.server'
import { takeConsents } from '../identity/take-consents.server'
import { changeMembers } from '../register/change-members.server'
import { insertMembers } from '../register/insert-members.server'
import type { Origin } from '../register/origin'
import type { DuesSide } from './dues-side'
import { notTakenCsv } from './not-taken'
import type { ImportPlan } from './plan-import.server'
import { writtenBy } from './written'

type Written = {
  kept: MemberImport
  plan: ImportPlan
  dues: DuesSide | null
  receipts: boolean
  /** where those who enter come from */
  origin: Origin
}

/**
 * Writes a plan in the caller's transaction, which holds `lockMembers` since before it was made: members, changes, consents and
 * dues; the file is then erased. Refused (409) with the article: members who come from nowhere (`origin`).
 */
export async function writeImport(tx: Tx, ctx: Context, { kept, plan, dues, receipts, origin }: Written) {
  const created = await insertMembers(tx, ctx, plan.creations, origin)
  if (origin.kind !== 'reprise') await demandOwnAddress(tx, ctx, plan.changes)
  await changeMembers(tx, ctx, plan.changes)
  const consents = plan.changes.flatMap(({ before, consent }) => (consent ? [{ memberId: before.id, ...consent }] : []))
  await takeConsents(tx, ctx, consents, `fichier ${kept.fileName}`)
  const done = dues && (await dues.write(tx, ctx, withMembers(plan.taken, created), { receipts }))
  await tx.memberImport.update({
    where: { id: kept.id },
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
    subjectId: kept.id,
    details: { ...plan.counts, ...(done && { dues: done, receipts }) },
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
