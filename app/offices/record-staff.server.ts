import { openAccounts } from '~/platform/accounts/open-accounts.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden } from '~/platform/refusal'
import type { StaffInput } from './delegation.form'
import { may } from '~/platform/permissions'
import { plainDate } from '~/statutes/french'

/**
 * Records an employee: signs in, speaks for no member and never votes; acts under the delegations given to him (9.1-d), none of
 * which begins before it is given: a first day in the past lends nothing to what was done. Refused: the address of a member or
 * of his representative, a person employed already, or still on that day. Returns the account's id.
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
    await demandNotEmployed(tx, account.id, input.from)
    const staff = await tx.staff.create({
      data: { accountId: account.id, title: input.title, from: dateColumn(input.from) },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'staff.recorded',
      subject: 'Staff',
      subjectId: staff.id,
      details: { from: input.from },
    })
    return account.id
  })
}

/** One employment at a time, whoever presses at once. */
async function demandNotEmployed(tx: Tx, accountId: string, from: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Account" where id = ${accountId}::uuid for update`
  const last = await tx.staff.findFirst({
    where: { accountId, OR: [{ until: null }, { until: { gte: dateColumn(from) } }] },
    select: { from: true, until: true },
  })
  if (!last) return
  const span = last.until
    ? `en fonction jusqu’au ${plainDate(isoDate(last.until))} : une nouvelle fonction commence après`
    : `déjà en fonction depuis le ${plainDate(isoDate(last.from))}`
  throw badField('from', `Cette personne est ${span}.`)
}
