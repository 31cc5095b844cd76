import { writeBankDetails } from '~/association/write-association.server'
import { demandPower } from '~/platform/demand-power.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'

/** Where members pay by transfer; null takes it away. Its last signs alone are in the journal. */
export async function saveBankDetails(
  ctx: Context,
  { iban, bic }: { iban: string | null; bic: string | null },
): Promise<void> {
  demandPower(ctx, 'dues.manage')
  await transact(ctx.db, async (tx) => {
    await writeBankDetails(tx, { iban, bic })
    const details = { iban: iban === null ? null : `…${iban.slice(-4)}` }
    await journal(tx, ctx, { act: 'association.bank-details', subject: 'Association', details })
  })
}
