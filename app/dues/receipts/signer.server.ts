import { capital } from '~/statutes/french'
import { officeLabel } from '~/offices/office-labels'
import { lasting } from '~/offices/mandates.server'
import type { Db, Tx } from '~/platform/db.server'

const SIGNING = ['treasurer', 'deputy-treasurer', 'president']

/** Who signs receipts on a day: the treasurer in office, else the deputy, else the President (12-a); null: nobody. */
export async function receiptSigner(db: Db | Tx, today: string): Promise<{ name: string; quality: string } | null> {
  const mandates = await db.mandate.findMany({
    where: { office: { in: SIGNING }, ...lasting(today) },
    select: { office: true, holderName: true },
  })
  const first = mandates.toSorted((a, b) => SIGNING.indexOf(a.office) - SIGNING.indexOf(b.office))[0]
  return first ? { name: first.holderName, quality: capital(officeLabel(first.office)) } : null
}
