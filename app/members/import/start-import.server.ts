import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { demandPower } from '../permission.server'
import type { DuesSide } from './dues-side'
import { planImport, type ImportSource } from './plan-import.server'

const KEPT_HOURS = 24

/** Keeps a file for a dry run and its confirmation, a day at most; returns its id. Refused (400) when it cannot be read. */
export async function startImport(ctx: Context, source: ImportSource, dues: DuesSide | null = null): Promise<string> {
  demandPower(ctx, 'members.write')
  await planImport(ctx.db, ctx, source, dues)
  const { bytes, fileName, defaultCategory, defaultAdmitted } = source
  return transact(ctx.db, async (tx) => {
    const tooOld = dateFromInstant(ctx.now.subtract({ hours: KEPT_HOURS }))
    await tx.memberImport.updateMany({
      where: { createdAt: { lt: tooOld }, bytes: { not: null } },
      data: { bytes: null },
    })
    const { id } = await tx.memberImport.create({
      data: {
        fileName: fileName.slice(0, 200),
        bytes: new Uint8Array(bytes),
        defaultCategory,
        defaultAdmitted: defaultAdmitted === null ? null : dateColumn(defaultAdmitted),
        createdBy: ctx.actor.accountId,
        createdAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'import.started',
      subject: 'MemberImport',
      subjectId: id,
      details: { bytes: bytes.length },
    })
    return id
  })
}
