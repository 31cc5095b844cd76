import { forgetCases } from '~/discipline/cases/forget-cases.server'
import { forgetLetters } from '~/letters/forget-letters.server'
import { forgetConvocationAddresses } from '~/meetings/convene/forget-addresses.server'
import { eraseMemberName, lockLeaver } from '~/members/register/forget-member.server'
import { forgetApplications } from '~/membership/applications/erase-old-applications.server'
import { forgetResignations } from '~/membership/leaving/forget-resignations.server'
import { accountsLeftIdle } from '~/offices/idle-accounts.server'
import { closeAccounts, nameAccounts } from '~/platform/accounts/change-accounts.server'
import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { eraseDocuments } from '~/platform/documents.server'
import { forgetMails } from '~/platform/mail/forget-mails.server'
import { formerName } from '~/statutes/retention'
import { leaverPlan } from './leavers.server'

/**
 * Five years after leaving (or after his last seat): the name goes too, and with it letters, answers, files and papers about
 * him. What the records of the association tell stays: signed minutes, frozen electorates, holders of offices, receipts. Done
 * once; false when it is not due (any more).
 */
export async function anonymise(ctx: SystemContext, memberId: string): Promise<boolean> {
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    await lockLeaver(tx, memberId)
    if ((await leaverPlan(tx, memberId, today))?.due !== 'name') return false
    const { number, accountId } = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
    const label = formerName(number)
    await eraseMemberName(tx, memberId, label, today)
    const idle = await accountsLeftIdle(tx, memberId, today)
    await closeAccounts(tx, idle, ctx.now)
    await nameAccounts(tx, idle, label)
    await forgetPapers(tx, memberId)
    await forgetMails(tx, await mailsTo(tx, memberId, accountId))
    await forgetConvocationAddresses(tx, memberId)
    return true
  })
}

/** Letters, answers, files of cases, resignations, applications, the files kept with them and those kept about the member outside any meeting. */
async function forgetPapers(tx: Tx, memberId: string): Promise<void> {
  const named = [...(await forgetLetters(tx, memberId)), ...(await forgetResignations(tx, memberId))]
  await forgetApplications(tx, memberId)
  await forgetCases(tx, memberId)
  const about = await tx.document.findMany({
    where: { memberId, meetingId: null, agendaItemId: null },
    select: { id: true },
  })
  await eraseDocuments(tx, [...named, ...about.map(({ id }) => id)])
}

/** Every message to the member, proofs of sending included. */
async function mailsTo(tx: Tx, memberId: string, accountId: string | null): Promise<string[]> {
  const mails = await tx.$queryRaw<{ id: string }[]>`
    select m.id from "Mail" m
     where m."accountId" = ${accountId}::uuid
        or exists (select 1 from "ConvocationNotice" n where n."mailId" = m.id and n."memberId" = ${memberId}::uuid)
        or exists (select 1 from "DuesStep" s where s."mailId" = m.id and s."memberId" = ${memberId}::uuid)`
  return mails.map(({ id }) => id)
}
