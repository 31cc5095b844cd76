import { readEffect } from '~/effects'
import { meetingName } from '~/meetings/meeting-words'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'

export type ApprovingVote = { id: string; on: string; label: string }

/**
 * 18-a: the votes by which the Bureau may have approved internal rules, the latest first: resolutions that it adopted in a meeting
 * now closed, that carry no other effect and have published no version yet.
 */
export async function approvingVotes(db: Db | Tx): Promise<ApprovingVote[]> {
  const used = await db.internalRules.findMany({
    where: { resolutionId: { not: null } },
    select: { resolutionId: true },
  })
  const rows = await db.resolution.findMany({
    where: {
      state: 'ADOPTED',
      kind: 'RESOLUTION',
      meeting: { body: 'bureau', state: 'CLOSED' },
      id: { notIn: used.flatMap(({ resolutionId }) => resolutionId ?? []) },
    },
    orderBy: [{ meeting: { date: 'desc' } }, { number: 'asc' }],
    select: {
      ...{ id: true, number: true, title: true, effect: true },
      meeting: { select: { body: true, session: true, date: true } },
    },
  })
  return rows
    .filter(({ effect }) => readEffect(effect).kind === 'none')
    .map(({ id, number, title, meeting }) => ({
      id,
      on: isoDate(meeting.date),
      label: `${meetingName(meeting)}, résolution ${number} : ${title}`,
    }))
}
