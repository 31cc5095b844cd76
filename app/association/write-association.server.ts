import type { Prisma } from '~/generated/prisma/client'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'

/** The one row of the association, written at its installation. */
export async function createAssociation(
  tx: Tx,
  data: Omit<Prisma.AssociationCreateInput, 'id' | 'shortName'>,
): Promise<void> {
  await tx.association.create({ data: { id: 1, shortName: data.name, ...data } })
}

/** Where members pay by transfer; null takes it away. */
export async function writeBankDetails(tx: Tx, details: { iban: string | null; bic: string | null }): Promise<void> {
  await tx.association.update({ where: { id: 1 }, data: details, select: { id: true } })
}

/** What was decided before is entered: the installation is over since that day. */
export async function markInstalled(tx: Tx, on: string): Promise<void> {
  await tx.association.update({ where: { id: 1 }, data: { installedOn: dateColumn(on) }, select: { id: true } })
}
