import { eraseMemberContact, lockLeaver } from '~/members/register/forget-member.server'
import { accountsLeftIdle } from '~/offices/idle-accounts.server'
import { closeAccounts } from '~/platform/accounts/change-accounts.server'
import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { forgetMails } from '~/platform/mail/forget-mails.server'
import { leaverPlan } from './leavers.server'

/**
 * Three months after leaving: postal and mail addresses, telephone, birth, professional number and profession go, and the
 * messages that are no proof. The name, the category and the dates stay. Done once; false when it is not due (any more).
 */
export async function eraseContact(ctx: SystemContext, memberId: string): Promise<boolean> {
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    await lockLeaver(tx, memberId)
    if ((await leaverPlan(tx, memberId, today))?.due !== 'contact') return false
    await eraseMemberContact(tx, memberId, today)
    const idle = await accountsLeftIdle(tx, memberId, today)
    await closeAccounts(tx, idle, ctx.now)
    await forgetMails(tx, await mailsWithoutProof(tx, idle))
    return true
  })
}

/** Messages to these accounts that prove nothing: neither a convocation nor a step of a procedure. */
async function mailsWithoutProof(tx: Tx, accountIds: string[]): Promise<string[]> {
  const mails = await tx.$queryRaw<{ id: string }[]>`
    select m.id from "Mail" m
     where m."accountId" = any(${accountIds}::uuid[])
       and not exists (select 1 from "ConvocationNotice" n where n."mailId" = m.id)
       and not exists (select 1 from "DuesStep" s where s."mailId" = m.id)`
  return mails.map(({ id }) => id)
}
