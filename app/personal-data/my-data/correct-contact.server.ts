import type { z } from 'zod'
import { lockMembers } from '~/members/register/lock.server'
import { namesOf } from '~/members/identity/names'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound } from '~/platform/refusal'
import type { contactForm } from './correct-contact.form'

const FIELDS = ['phone', 'street', 'postcode', 'town'] as const

/**
 * A member corrects his own telephone and address, or those of the legal person he speaks for. Moving out of the territory
 * ends no membership: it is not refused. The name and the identifiers are the secretary's.
 */
export async function correctContact(ctx: Context, input: z.output<typeof contactForm>): Promise<void> {
  const { memberId, ...contact } = input
  if (!ctx.actor.actingFor.some((own) => own.memberId === memberId)) throw notFound()
  await transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    const before = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
    const changed = FIELDS.filter((field) => before[field] !== contact[field])
    if (changed.length === 0) return
    const { searchText } = namesOf({ ...before, ...contact })
    await tx.member.update({ where: { id: memberId }, data: { ...contact, searchText }, select: { id: true } })
    await journal(tx, ctx, { act: 'member.corrected', subject: 'Member', subjectId: memberId, details: { changed } })
  })
}
