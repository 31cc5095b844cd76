import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { stageLabel } from '~/statutes/dues-ladder-stages'
import { noticesToPrepare } from './to-prepare.server'
import { lettersToWrite } from './to-write.server'

/** What is to be printed: calls and reminders of members without a mail address, registered letters whose turn has come. */
export async function courierPage(ctx: Context) {
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    const toWrite = await lettersToWrite(tx, today)
    const { ready, held } = await noticesToPrepare(tx, today)
    return {
      today,
      toWrite: toWrite.map(({ row, stage, reader }) => ({
        id: row.id,
        label: reader.label,
        what: stage === 'called' ? 'Appel' : stageLabel(stage),
        year: row.year,
        owedCents: row.owedCents,
        address: reader.postal !== null,
        memberId: row.memberId,
      })),
      ready: ready.map(({ id, label, year, owedCents, last }) => ({
        id,
        label,
        year,
        owedCents,
        remindedOn: last?.on ?? null,
      })),
      held,
    }
  })
}

export type CourierPage = Awaited<ReturnType<typeof courierPage>>
