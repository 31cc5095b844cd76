import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { fold } from '~/platform/folding'
import { namesOf } from '../identity/names'

const NO_CONTACT = { email: null, phone: null, street: null, postcode: null, town: null, bornOn: null }

/** The row of a leaver, held until the transaction ends: its data are erased once. */
export async function lockLeaver(tx: Tx, memberId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Member" where id = ${memberId}::uuid for update`
}

/**
 * How to reach a leaver and its representatives is erased; of a person, the professional number and the profession too. The name,
 * the category and the dates stay.
 */
export async function eraseMemberContact(tx: Tx, memberId: string, today: string): Promise<void> {
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
  const { kind, number, civility, lastName, firstName, legalName, finess, siret, rna } = member
  const person = kind === 'PERSON'
  const kept = { kind, number, civility, lastName, firstName, legalName, ...(person ? {} : { finess, siret, rna }) }
  await tx.member.update({
    where: { id: memberId },
    data: {
      ...NO_CONTACT,
      ...(person ? { rpps: null, profession: null } : {}),
      searchText: namesOf(kept).searchText,
      contactErasedOn: dateColumn(today),
    },
    select: { id: true },
  })
  await tx.representative.updateMany({ where: { memberId }, data: { email: null, phone: null, bornOn: null } })
}

/** Nothing but the number and the dates is left of a leaver, who is shown as `label` from then on; the same of its representatives. */
export async function eraseMemberName(tx: Tx, memberId: string, label: string, today: string): Promise<void> {
  const none = { civility: null, firstName: null, lastName: null, profession: null, rpps: null }
  const noBody = { legalName: null, legalForm: null, finess: null, siret: null, rna: null }
  const shown = { label, sortName: label, searchText: fold(label) }
  const erased = { contactErasedOn: dateColumn(today), anonymisedOn: dateColumn(today) }
  await tx.member.update({
    where: { id: memberId },
    data: { ...none, ...noBody, ...NO_CONTACT, ...shown, ...erased },
    select: { id: true },
  })
  const nobody = { civility: null, firstName: '', lastName: 'Ancien représentant', quality: '' }
  await tx.representative.updateMany({
    where: { memberId },
    data: { ...nobody, email: null, phone: null, bornOn: null },
  })
}
