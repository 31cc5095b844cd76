import type { Tx } from '~/platform/db.server'
import { badField, notFound, Refusal } from '~/platform/refusal'
import { euros } from '~/ui/format'

/** A credit of the statement becomes a payment, once. Refused: used or put aside already (409), another sum (400). */
export async function takeBankLine(tx: Tx, bankLineId: string, receivedCents: number): Promise<void> {
  await tx.$queryRaw`select 1 from "BankLine" where id = ${bankLineId}::uuid for no key update`
  const line = await tx.bankLine.findUnique({ where: { id: bankLineId } })
  if (!line) throw notFound()
  if (line.state !== 'OPEN') throw new Refusal('Cette ligne du relevé est déjà traitée.')
  if (line.amountCents !== receivedCents)
    throw badField('receivedCents', `La ligne du relevé porte ${euros(line.amountCents)}.`)
  await tx.bankLine.update({ where: { id: bankLineId }, data: { state: 'MATCHED' }, select: { id: true } })
}

/** The payment made from a credit was taken out: the credit waits again. */
export async function freeBankLine(tx: Tx, bankLineId: string): Promise<void> {
  await tx.bankLine.update({ where: { id: bankLineId }, data: { state: 'OPEN' }, select: { id: true } })
}
