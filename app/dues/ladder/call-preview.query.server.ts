import { addressees } from '~/letters/addressees.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { openMissingDues } from '../open-missing-dues.server'

class Previewed extends Error {}

/** What calling a year would send: tried, then undone. */
export async function previewCall(ctx: Context, periodId: string) {
  const today = parisDate(ctx.now)
  let preview = { opened: 0, mails: 0, letters: 0, owedCents: 0 }
  const trial = transact(ctx.db, async (tx) => {
    const opened = await openMissingDues(tx, ctx, { periodId })
    const rows = await tx.$queryRaw<{ memberId: string; cents: number }[]>`
      select d."memberId", d."amountCents" - d."paidCents" as cents from "Dues" d join "Member" m on m.id = d."memberId"
       where d."periodId" = ${periodId}::uuid and d.stage is null and d."closedAs" is null
         and (m."leftOn" is null or m."leftOn" > ${today}::date)`
    const readers = await addressees(
      tx,
      rows.map(({ memberId }) => memberId),
      today,
    )
    const mails = rows.filter(({ memberId }) => readers.get(memberId)?.email).length
    preview = {
      opened: opened.length,
      mails,
      letters: rows.length - mails,
      owedCents: rows.reduce((sum, { cents }) => sum + cents, 0),
    }
    throw new Previewed('nothing is kept')
  })
  await trial.catch((error: unknown) => {
    if (!(error instanceof Previewed)) throw error
  })
  return preview
}
