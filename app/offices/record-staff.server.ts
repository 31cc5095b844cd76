import { openAccounts } from '~/platform/accounts/open-accounts.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden } from '~/platform/refusal'
import type { StaffInput } from './delegation.form'
import { may } from '~/platform/permissions'

/**
 * Records an employee: signs in, speaks for no member and never votes; acts under the delegations given to him (9.1-d).
 * Refused: the address of a member or of his representative. Returns the account's id.
 */
export async function recordStaff(ctx: Context | SystemContext, input: StaffInput): Promise<string> {
  if (ctx.actor && !may(ctx.actor, 'offices.manage')) throw forbidden()
  return transact(ctx.db, async (tx) => {
    await openAccounts(tx, ctx, [input])
    const account = await tx.account.findUniqueOrThrow({
      where: { email: input.email },
      select: { id: true, member: { select: { id: true } }, _count: { select: { representations: true } } },
    })
    if (account.member || account._count.representations > 0)
      throw badField(
        'email',
        'Cette adresse est celle d’un membre ou de son représentant : un salarié ne vote pas, il lui en faut une autre.',
      )
    const staff = await tx.staff.create({
      data: { accountId: account.id, title: input.title, from: dateColumn(input.from) },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'staff.recorded',
      subject: 'staff',
      subjectId: staff.id,
      details: { from: input.from },
    })
    return account.id
  })
}
