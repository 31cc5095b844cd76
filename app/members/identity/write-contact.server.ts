import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { namesOf } from './names'

const FIELDS = ['phone', 'street', 'postcode', 'town'] as const

type Contact = Record<(typeof FIELDS)[number], string | null>

/** How to reach a member, as it says itself; nothing is written when nothing changed. Call it under `lockMembers`. */
export async function writeContact(tx: Tx, ctx: Context, memberId: string, contact: Contact): Promise<void> {
  const before = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
  const changed = FIELDS.filter((field) => before[field] !== contact[field])
  if (changed.length === 0) return
  const { searchText } = namesOf({ ...before, ...contact })
  await tx.member.update({ where: { id: memberId }, data: { ...contact, searchText }, select: { id: true } })
  await journal(tx, ctx, { act: 'member.corrected', subject: 'Member', subjectId: memberId, details: { changed } })
}

/**
 * The address that the actor's account has just taken is written where the register holds his own: his membership, unless its
 * contact data were erased, and the bodies for which he speaks today. Call it under `lockMembers`.
 */
export async function followOwnAddress(tx: Tx, ctx: Context, email: string): Promise<void> {
  const { accountId } = ctx.actor
  const today = dateColumn(parisDate(ctx.now))
  const member = await tx.member.findUnique({ where: { accountId } })
  if (member && member.kind === 'PERSON' && member.contactErasedOn === null) {
    const { searchText } = namesOf({ ...member, email })
    await tx.member.update({ where: { id: member.id }, data: { email, searchText }, select: { id: true } })
    const details = { changed: ['email'] }
    await journal(tx, ctx, { act: 'member.corrected', subject: 'Member', subjectId: member.id, details })
  }
  const inPlace = { accountId, OR: [{ until: null }, { until: { gte: today } }] }
  await tx.representative.updateMany({ where: inPlace, data: { email } })
}
