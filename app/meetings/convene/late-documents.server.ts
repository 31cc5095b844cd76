import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import type { CivilDate } from '~/statutes/civil-date'
import { plainDate } from '~/statutes/french'
import { lastSendingDay } from '~/statutes/notice'
import { snapshots } from './votable.server'

export type LateDocument = {
  id: string
  title: string
  /** the point that it is attached to; null: the whole meeting */
  itemId: string | null
  /** the sending that first named it; null: those convened have not been told of it */
  toldOn: CivilDate | null
  lastDay: CivilDate
}

type Asked = Pick<Meeting, 'id' | 'body' | 'session' | 'date' | 'statutesId' | 'state'>

/**
 * 13.2-a, 13.3-a, 8.3-a: the documents open to those convened that no sending named within the notice. They change nothing of the
 * text that is voted (4.42), which is compared word for word: the vote is held, and every page and the minutes say that they came
 * late. The accounts have a delay of their own (15-b).
 */
export async function lateDocuments(db: Db | Tx, meeting: Asked): Promise<LateDocument[]> {
  if (meeting.state === 'DRAFT' || meeting.state === 'CANCELLED') return []
  const { statutes } = await statutesVersion(db, meeting.statutesId)
  const lastDay = lastSendingDay(statutes, meeting.body, meeting.session === 2 ? 2 : 1, isoDate(meeting.date))
  const [sent, documents] = await Promise.all([
    snapshots(db, meeting.id),
    db.document.findMany({
      where: { meetingId: meeting.id, memberId: null, openSince: { not: null }, kind: { not: 'minutes' } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, title: true, agendaItemId: true },
    }),
  ])
  return documents.flatMap(({ id, title, agendaItemId: itemId }): LateDocument[] => {
    const first = sent.find(({ cancels, content }) => !cancels && content.documents.some((one) => one.id === id))
    const toldOn = first?.sentOn ?? null
    return toldOn !== null && toldOn <= lastDay ? [] : [{ id, title, itemId, toldOn, lastDay }]
  })
}

/** « annoncé le 3 juin 2027, après le 27 mai 2027, dernier jour du délai » */
export const lateWords = ({ toldOn, lastDay }: LateDocument): string =>
  toldOn === null
    ? 'pas encore annoncé à ceux qui sont convoqués'
    : `annoncé le ${plainDate(toldOn)}, après le ${plainDate(lastDay)}, dernier jour du délai`
