import { may } from '~/platform/permissions'
import type { Context } from '~/platform/context'
import { frenchDateTime } from '~/ui/format'
import { INCIDENT_KINDS, type IncidentKind } from './incidents.server'
import type { MeetingAccess } from './access.server'
import { mayReadDocument } from './document-access.server'
import { agendaPage } from './agenda/agenda.query.server'
import { meetingDemands } from './prepare/demands.query.server'
import { memberCards } from './answer/member-cards.query.server'
import { lateDocuments, lateWords } from './convene/late-documents.server'
import { lastSent } from './convene/correct-convocation.server'

/** The page of one meeting: the board of preparation for officers, a card for each membership that is called to it. */
export async function meetingPage(ctx: Context, { meeting, officer, members }: MeetingAccess) {
  const desk = may(ctx.actor, 'session.desk') || may(ctx.actor, 'minutes.write')
  const preparing = meeting.state === 'DRAFT' || meeting.state === 'CONVENED'
  const [demands, agenda, cards, sent, withdrawn, documents, incidents, late] = await Promise.all([
    officer && preparing ? meetingDemands(ctx, meeting) : [],
    officer ? agendaPage(ctx, meeting) : null,
    memberCards(ctx, meeting, members),
    lastSent(ctx.db, meeting.id),
    ctx.db.resolution.findMany({ where: { meetingId: meeting.id, state: 'WITHDRAWN' }, select: { title: true } }),
    ctx.db.document.findMany({
      where: { meetingId: meeting.id, memberId: null, openSince: { not: null } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    officer
      ? ctx.db.incident.findMany({ where: { meetingId: meeting.id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
      : [],
    lateDocuments(ctx.db, meeting),
  ])
  const lateness = new Map(late.map((one) => [one.id, lateWords(one)]))
  const readable = await Promise.all(documents.map((document) => mayReadDocument(ctx, document)))
  return {
    id: meeting.id,
    state: meeting.state,
    body: meeting.body,
    officer,
    desk: desk && meeting.state !== 'DRAFT' && meeting.state !== 'CANCELLED',
    mayConvene: may(ctx.actor, 'meetings.convene'),
    mayPrepare: may(ctx.actor, 'meetings.prepare'),
    demands,
    agenda,
    cards,
    documents: documents
      .filter((_, index) => readable[index])
      .map(({ id, title }) => ({ id, title, late: lateness.get(id) ?? null })),
    /** the agenda as it was sent: what a member reads */
    convened: sent?.agenda ?? [],
    withdrawn: withdrawn.map(({ title }) => title),
    videoUrl: members.length > 0 ? meeting.videoUrl : null,
    incidents: incidents.map(({ id, kind, text, at }) => ({
      id,
      title: kind in INCIDENT_KINDS ? INCIDENT_KINDS[kind as IncidentKind] : 'Incident',
      text,
      at: at.toISOString(),
      when: frenchDateTime(at),
    })),
  }
}
