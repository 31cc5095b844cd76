import { statutesInForce } from '~/association/in-force.server'
import { openMissingDues } from '~/dues/open-missing-dues.server'
import { conveneNewcomers } from '~/meetings/convene/convene-newcomers.server'
import { categoryLabel } from '~/members/register/category-label'
import { lockMembers } from '~/members/register/lock.server'
import type { NewMember } from '~/members/register/new-member'
import { writeMember } from '~/members/register/write-member.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, instantFromDate, isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { mailAccepted } from '../applications/application-mails.server'
import { lockWaiting, type Waiting } from '../applications/load-application.server'
import { whoAdmits } from '../applications/who-admits'
import { admitAgain, formerMember } from './admit-again.server'

const CATEGORY = 'active'

/**
 * 6.2-a: who admits has agreed: the applicant enters the register with an account, a consent if it was given, a representative,
 * the dues of the year, and gets a mail that says what next. A former member is admitted again under his number. Refused as a
 * registration by the secretary is (6-b, identifier of another member), and once decided. Returns the member's id.
 */
export async function admitApplicant(
  tx: Tx,
  ctx: Context,
  { applicationId, on, resolutionId }: { applicationId: string; on: string; resolutionId: string | null },
): Promise<string> {
  const application = await lockWaiting(tx, applicationId)
  await lockMembers(tx)
  const admission = newMember(application, on)
  const former = await formerMember(tx, application.applicant.answers, on)
  const memberId = former
    ? await admitAgain(tx, ctx, former, { admission, answers: application.applicant.answers, resolutionId })
    : await writeMember(tx, ctx, admission, { kind: 'decision', resolutionId })
  await openMissingDues(tx, ctx)
  await conveneNewcomers(tx, ctx)
  await tx.application.update({
    where: { id: applicationId },
    data: { state: 'ACCEPTED', decidedOn: dateColumn(on), memberId, resolutionId },
    select: { id: true },
  })
  const details = { memberId, resolutionId, again: former !== null }
  await journal(tx, ctx, { act: 'application.accepted', subject: 'Application', subjectId: applicationId, details })
  await tell(tx, ctx, application, { memberId, on })
  return memberId
}

function newMember({ applicant: { answers }, mailConsent, acceptedAt }: Waiting, on: string): NewMember {
  const admission = {
    category: CATEGORY,
    admittedOn: on,
    consentOn: mailConsent ? parisDate(instantFromDate(acceptedAt)) : null,
    consentSource: 'demande d’adhésion en ligne',
  }
  return { ...admission, ...answers }
}

async function tell(
  tx: Tx,
  ctx: Context,
  { applicant }: Waiting,
  { memberId, on }: { memberId: string; on: string },
): Promise<void> {
  const [{ statutes }, member] = await Promise.all([
    statutesInForce(tx, on),
    tx.member.findUniqueOrThrow({
      where: { id: memberId },
      select: {
        number: true,
        dues: {
          where: { closedAs: null },
          select: { amountCents: true, paidCents: true, dueOn: true, period: { select: { year: true } } },
          orderBy: { dueOn: 'asc' },
        },
      },
    }),
  ])
  await mailAccepted(tx, ctx, applicant, {
    on,
    admitting: whoAdmits(statutes),
    category: categoryLabel(statutes, CATEGORY),
    memberNumber: member.number,
    dues: member.dues.map(({ amountCents, paidCents, dueOn, period }) => ({
      year: period.year,
      cents: amountCents - paidCents,
      dueOn: isoDate(dueOn),
    })),
  })
}
