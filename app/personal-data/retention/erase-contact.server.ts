import { namesOf } from '~/members/identity/names'
import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { forgetAccounts } from './forget-accounts.server'
import { leaverPlan } from './leavers.server'

/**
 * Three months after leaving: postal and mail addresses, telephone, birth, professional number and profession go, and the
 * messages that are no proof. The name, the category and the dates stay. Done once; false when it is not due (any more).
 */
export async function eraseContact(ctx: SystemContext, memberId: string): Promise<boolean> {
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    await tx.$queryRaw`select 1 from "Member" where id = ${memberId}::uuid for update`
    if ((await leaverPlan(tx, memberId, today))?.due !== 'contact') return false
    const member = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
    const { kind, number, civility, lastName, firstName, legalName, finess, siret, rna } = member
    const person = kind === 'PERSON'
    const kept = { kind, number, civility, lastName, firstName, legalName, ...(person ? {} : { finess, siret, rna }) }
    await tx.member.update({
      where: { id: memberId },
      data: {
        email: null,
        phone: null,
        street: null,
        postcode: null,
        town: null,
        bornOn: null,
        ...(person ? { rpps: null, profession: null } : {}),
        searchText: namesOf(kept).searchText,
        contactErasedOn: dateColumn(today),
      },
      select: { id: true },
    })
    await tx.representative.updateMany({ where: { memberId }, data: { email: null, phone: null, bornOn: null } })
    await forgetMails(tx, await forgetAccounts(tx, ctx, memberId))
    return true
  })
}

/** The text of messages that prove nothing: neither a convocation nor a step of a procedure. */
async function forgetMails(tx: Tx, accountIds: string[]): Promise<void> {
  if (accountIds.length === 0) return
  await tx.$executeRaw`
    update "Mail" m set html = null, text = null, props = '{}', attachments = '[]', "toAddress" = '', "toName" = ''
     where m."accountId" = any(${accountIds}::uuid[]) and m.state <> 'QUEUED'
       and not exists (select 1 from "ConvocationNotice" n where n."mailId" = m.id)
       and not exists (select 1 from "DuesStep" s where s."mailId" = m.id)`
}
