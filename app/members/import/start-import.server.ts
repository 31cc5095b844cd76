import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { rememberedMapping } from '~/platform/spreadsheet/remembered-mapping.server'
import { demandPower } from '~/platform/demand-power.server'
import { forgetImports } from './forget-imports.server'
import { openFile } from './open-file.server'
import type { ImportSource } from './plan-import.server'

/**
 * Keeps a file for a dry run and its confirmation, a day at most, with what its columns meant the last time; returns its id. Refused
 * (400) when it is no table.
 */
export async function startImport(ctx: Context, source: ImportSource): Promise<string> {
  demandPower(ctx, 'members.write')
  const { table } = await openFile(source.bytes, {})
  const answers = (await rememberedMapping(ctx.db, 'members', table.header?.cells ?? [])) ?? {}
  const { bytes, fileName, defaultCategory, defaultAdmitted } = source
  return transact(ctx.db, async (tx) => {
    await forgetImports(tx, ctx)
    const { id } = await tx.memberImport.create({
      data: {
        fileName: fileName.slice(0, 200),
        bytes: new Uint8Array(bytes),
        answers,
        defaultCategory,
        defaultAdmitted: defaultAdmitted === null ? null : dateColumn(defaultAdmitted),
        createdById: ctx.actor.accountId,
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
