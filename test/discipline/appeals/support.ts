import { lodgeAppeal } from '~/discipline/appeals/lodge-appeal.server'
import { putAppealToVote } from '~/discipline/appeals/put-appeal-to-vote.server'
import { decideCase } from '~/discipline/cases/decide-case.server'
import { dateColumn } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { modelStatutes } from '~/statutes/model'
import type { Statutes } from '~/statutes/schema'
import { buildMeeting, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { notifiedCase, onDay, REASONS } from '../cases/support'

/** The model statutes, but for thirty days of appeal. */
export const THIRTY_DAYS: Statutes = { ...modelStatutes, discipline: { ...modelStatutes.discipline, appealDays: 30 } }
export const TEXT = 'Je n’ai retenu aucune clé : elles étaient chez le gardien.'

export const first = <T>(many: readonly T[]): T => {
  const [found] = many
  if (found === undefined) throw new Error('members are missing')
  return found
}

/** Excluded by the President on 28 May 2027; the letter of decision is presented on `presentedOn` when given. */
export async function excluded(
  db: Db,
  { founders }: BuiltAssociation,
  member: BuiltMember,
  { presentedOn }: { presentedOn?: string } = {},
): Promise<string> {
  const president = first(founders)
  const { caseId } = await notifiedCase(db, president, member, { presentedOn: '2027-05-12' })
  const ctx = await onDay(db, president, '2027-05-28')
  await decideCase(ctx, { caseId, outcome: 'sanction', reasons: REASONS, confirm: member.label })
  if (presentedOn)
    await db.registeredLetter.updateMany({
      where: { subjectId: caseId, kind: 'exclusion-decision' },
      data: { depositedOn: dateColumn('2027-05-29'), presentedOn: dateColumn(presentedOn) },
    })
  return caseId
}

/** His appeal of 10 June, on the agenda of the ordinary assembly of that `date`. */
export async function appealed(db: Db, built: BuiltAssociation, member: BuiltMember, date: string) {
  const caseId = await excluded(db, built, member, { presentedOn: '2027-06-02' })
  await lodgeAppeal(await onDay(db, member, '2027-06-10'), { caseId, text: TEXT })
  const { id: meetingId } = await buildMeeting(db, built, { date, resolutions: [{}] })
  await putAppealToVote(await onDay(db, first(built.founders), '2027-06-12'), { caseId, meetingId })
  const resolution = await db.resolution.findFirstOrThrow({
    where: { meetingId, effect: { path: ['caseId'], equals: caseId } },
  })
  const meeting = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } })
  return { caseId, meeting, resolution }
}
