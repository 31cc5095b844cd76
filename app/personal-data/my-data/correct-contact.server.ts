import type { z } from 'zod'
import { lockMembers } from '~/members/register/lock.server'
import { writeContact } from '~/members/identity/write-contact.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { notFound } from '~/platform/refusal'
import type { contactForm } from './correct-contact.form'

/**
 * A member corrects his own telephone and address, or those of the legal person he speaks for. Moving out of the territory
 * ends no membership: it is not refused. The name and the identifiers are the secretary's.
 */
export async function correctContact(ctx: Context, input: z.output<typeof contactForm>): Promise<void> {
  const { memberId, ...contact } = input
  if (!ctx.actor.actingFor.some((own) => own.memberId === memberId)) throw notFound()
  await transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    await writeContact(tx, ctx, memberId, contact)
  })
}
