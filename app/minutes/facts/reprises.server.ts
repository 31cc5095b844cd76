import type { Meeting } from '~/generated/prisma/client'
import { latestElectorate } from '~/meetings/electorate.server'
import { enteredBy } from '~/meetings/reprise-marks/entered-by'
import { markReasons } from '~/meetings/reprise-marks/mark.server'
import { officeMarks } from '~/meetings/reprise-marks/offices.server'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import type { MinutesReprise } from '../body'

/**
 * What entered by a reprise and bears on this meeting: the rights of those on its electorate as frozen, the offices of the chair, of
 * the secretary and of the President whose vote may decide; in the Bureau, every seat.
 */
export async function repriseFacts(
  tx: Db | Tx,
  meeting: Pick<Meeting, 'id' | 'body' | 'date' | 'chairMemberId' | 'secretaryAccountId'>,
): Promise<MinutesReprise[]> {
  const electors = (await latestElectorate(tx, meeting.id)).filter(({ convened }) => convened)
  const rights = electors.flatMap(({ label, voices, reasons }) =>
    reasons.flatMap((each): MinutesReprise[] =>
      enteredBy(each) === 'right' ? [{ kind: 'right', member: label, voices, sentence: each.sentence }] : [],
    ),
  )
  const desk = await deskMembers(tx, meeting)
  const marks = (await officeMarks(tx, isoDate(meeting.date))).filter(
    ({ office, memberId }) => meeting.body === 'bureau' || office === 'president' || desk.includes(memberId),
  )
  const reasons = await markReasons(tx, marks)
  const members = await tx.member.findMany({
    where: { id: { in: [...reasons.keys()] } },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    select: { id: true, label: true },
  })
  const offices = members.flatMap(({ id, label }) =>
    (reasons.get(id) ?? []).map(({ sentence }): MinutesReprise => ({
      kind: 'office',
      member: label,
      voices: 0,
      sentence,
    })),
  )
  return [...rights, ...offices]
}

/** The memberships of who presides and of who keeps the minutes: theirs, or those of the bodies for which they sit. */
async function deskMembers(
  tx: Db | Tx,
  { chairMemberId, secretaryAccountId }: Pick<Meeting, 'chairMemberId' | 'secretaryAccountId'>,
) {
  const spoken = secretaryAccountId
    ? await tx.$queryRaw<{ memberId: string }[]>`
        select "memberId"::text as "memberId" from "ActingFor" where "accountId" = ${secretaryAccountId}::uuid`
    : []
  return [...(chairMemberId ? [chairMemberId] : []), ...spoken.map(({ memberId }) => memberId)]
}
