import { statutesInForce } from '~/association/in-force.server'
import type { Member } from '~/generated/prisma/client'
import { writeRepresentative } from '~/members/representatives/write-representative.server'
import { changeMembers } from '~/members/register/change-members.server'
import { takeConsents } from '~/members/identity/take-consents.server'
import { restrictMember } from '~/members/register/restrict-member.server'
import { findConflicts } from '~/members/identity/conflicts.server'
import { demandRegion } from '~/members/identity/demand-region'
import type { NewMember } from '~/members/register/new-member'
import { recordMemberEvent } from '~/members/register/record-member-event.server'
import { refuseConflicts } from '~/members/register/write-member.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import type { Answers } from '../applications/application.form'
import { reopenDues } from '~/dues/close-dues.server'

/** The member that an applicant was, by an identifier or the address that is his alone; null when he never was one. */
export async function formerMember(tx: Db | Tx, answers: Answers, on: string): Promise<Member | null> {
  const own =
    answers.kind === 'PERSON'
      ? [{ rpps: answers.rpps }, { account: { email: answers.email ?? undefined } }]
      : [{ siret: answers.siret }, { finess: answers.finess }, { rna: answers.rna }]
  const known = own.filter((each) => Object.values(each).every((value) => value !== null))
  return tx.member.findFirst({
    where: { kind: answers.kind, leftOn: { lte: dateColumn(on) }, anonymisedOn: null, OR: known },
    orderBy: { leftOn: 'desc' },
  })
}

type Again = { admission: NewMember; answers: Answers; resolutionId: string | null }

/**
 * 6.2-a: a former member is admitted again under his number, as he now describes himself; his seniority starts again. Refused as
 * a registration is: outside the region, identifier or address of another.
 */
export async function admitAgain(
  tx: Tx,
  ctx: Context,
  former: Member,
  { admission, answers, resolutionId }: Again,
): Promise<string> {
  const memberId = former.id
  const { statutes } = await statutesInForce(tx, parisDate(ctx.now))
  demandRegion(statutes, admission.postcode)
  const [conflicts = []] = await findConflicts(tx, [{ ...answers, memberId, where: former.label }])
  refuseConflicts(conflicts)
  const { category, admittedOn: on, consentOn = null, consentSource = '' } = admission
  await recordMemberEvent(tx, ctx, { memberId, kind: 'ADMITTED', on, category, resolutionId })
  await restrictMember(tx, memberId, null)
  if (consentOn) await takeConsents(tx, ctx, [{ memberId, given: true, on: consentOn }], consentSource)
  const before = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
  await changeMembers(tx, ctx, [{ before, identity: identityOf(answers) }])
  if (answers.kind === 'BODY') await represent(tx, ctx, memberId, { ...answers.representative, on })
  await reopenDues(tx, ctx, memberId)
  return memberId
}

function identityOf(answers: Answers) {
  if (answers.kind === 'PERSON') return answers
  const { representative: _, ...identity } = answers
  return identity
}

type Body = Extract<Answers, { kind: 'BODY' }>

/** The legal representative in place stays if he is the same. */
async function represent(
  tx: Tx,
  ctx: Context,
  memberId: string,
  { on, ...person }: Body['representative'] & { on: string },
): Promise<void> {
  const day = dateColumn(on)
  const same = await tx.representative.findFirst({
    where: {
      memberId,
      kind: 'LEGAL',
      email: person.email,
      lastName: person.lastName,
      from: { lte: day },
      OR: [{ until: null }, { until: { gte: day } }],
    },
    select: { id: true },
  })
  if (same) return
  await writeRepresentative(tx, ctx, { ...person, memberId, kind: 'LEGAL', from: on, bornOn: null, mandateOn: null })
}
