import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { documentsOpenDeadline, judgeDocuments } from '~/statutes/deadlines'
import { frenchDate, frenchDateTime } from '~/ui/format'
import { lateDocuments, lateWords, type LateDocument } from '../convene/late-documents.server'
import { DOCUMENT_KINDS, DOCUMENT_LABELS } from './document.form'

/** The files of a meeting, since when each is open to the members, and until when 15-b gives to open them. */
export async function documentsPage(ctx: Context, meeting: Meeting) {
  const [{ statutes }, documents, items, late] = await Promise.all([
    statutesVersion(ctx.db, meeting.statutesId),
    ctx.db.document.findMany({
      where: { meetingId: meeting.id, memberId: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      include: { item: { select: { position: true, title: true } } },
    }),
    ctx.db.agendaItem.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: 'asc' },
      select: { id: true, position: true, title: true },
    }),
    lateDocuments(ctx.db, meeting),
  ])
  const date = isoDate(meeting.date)
  const annual = meeting.accountsOfYear !== null
  return {
    deadline: annual
      ? {
          sentence: `Les comptes et rapports sont ouverts à tous les membres au plus tard le ${frenchDate(documentsOpenDeadline(statutes, date))}.`,
          reasons: judgeDocuments(statutes, date, null).reasons,
        }
      : null,
    points: items.map(({ id, position, title }) => ({ value: id, label: `${position}. ${title}` })),
    lines: documents.map(({ id, title, kind, size, openSince, item }) => ({
      id,
      title,
      kind: labelOf(kind),
      size: `${Math.max(1, Math.round(size / 1024))} ko`,
      point: item ? `${item.position}. ${item.title}` : 'Toute la réunion',
      openSince: openSince ? frenchDateTime(openSince) : null,
      late: lateOf(late, id),
    })),
  }
}

/** Why this document is late, in French; null when those convened were told of it in time. */
const lateOf = (late: readonly LateDocument[], id: string): string | null => {
  const found = late.find((one) => one.id === id)
  return found ? lateWords(found) : null
}

const labelOf = (kind: string) => {
  const known = DOCUMENT_KINDS.find((one) => one === kind)
  return known ? DOCUMENT_LABELS[known] : DOCUMENT_LABELS.other
}

export type DocumentLine = Awaited<ReturnType<typeof documentsPage>>['lines'][number]
