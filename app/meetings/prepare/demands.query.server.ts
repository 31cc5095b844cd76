import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { officeLabel } from '~/offices/office-labels'
import { parisDate } from '~/platform/clock.server'
import { dateColumn, instantFromDate, isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import type { Temporal } from 'temporal-polyfill'
import { fiscalYearEnd } from '~/statutes/deadlines'
import { pendingChanges } from '../convene/correct-convocation.server'
import { meetingReach } from '../convene/reach.query.server'
import { notVotable } from '../convene/votable.server'
import { unlawfulEffects } from './effect-ruling.server'
import type { Demand } from './demand'
import { demandsOf } from './demands'
import { DOCUMENT_LABELS, REQUIRED_KINDS } from './document.form'

type Input = { db: Db; now: Temporal.Instant }

/** What the statutes still demand of this meeting, and what is too late. */
export async function meetingDemands({ db, now }: Input, meeting: Meeting): Promise<Demand[]> {
  const date = isoDate(meeting.date)
  const { statutes } = await statutesVersion(db, meeting.statutesId)
  const convened = meeting.state !== 'DRAFT'
  const [first, preceding, items, documents, bureau, mandates, reach, untold, late, unlawful] = await Promise.all([
    db.convocation.findFirst({ where: { meetingId: meeting.id, kind: 'CONVOCATION' }, select: { sentOn: true } }),
    meeting.precedingId ? db.meeting.findUnique({ where: { id: meeting.precedingId }, select: { date: true } }) : null,
    db.agendaItem.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: 'asc' },
      select: { title: true, kind: true, _count: { select: { resolutions: true } } },
    }),
    db.document.findMany({
      where: { meetingId: meeting.id, openSince: { not: null } },
      orderBy: { openSince: 'asc' },
      select: { kind: true, openSince: true },
    }),
    meeting.accountsOfYear === null
      ? null
      : db.meeting.findFirst({
          where: {
            body: 'bureau',
            state: 'CLOSED',
            date: { gt: dateColumn(fiscalYearEnd(statutes, meeting.accountsOfYear)), lt: meeting.date },
          },
          orderBy: { date: 'desc' },
          select: { date: true },
        }),
    db.mandate.findMany({ where: { endedOn: null, termEnd: { lt: meeting.date } }, orderBy: { termEnd: 'asc' } }),
    convened ? meetingReach(db, meeting) : null,
    pendingChanges(db, meeting),
    notVotable(db, meeting),
    unlawfulEffects(db, meeting, parisDate(now)),
  ])
  const openedOn = (kind: string) => {
    const open = documents.find((document) => document.kind === kind)?.openSince
    return open ? parisDate(instantFromDate(open)) : null
  }
  return demandsOf({
    statutes,
    body: meeting.body,
    session: meeting.session === 2 ? 2 : 1,
    date,
    today: parisDate(now),
    sentOn: first ? isoDate(first.sentOn) : null,
    failedOn: preceding ? isoDate(preceding.date) : null,
    accountsOfYear: meeting.accountsOfYear,
    somewhere: meeting.place !== null || meeting.videoUrl !== null,
    items: items.map(({ title, kind, _count }) => ({ title, votes: kind === 'VOTE', resolutions: _count.resolutions })),
    documents: REQUIRED_KINDS.map((kind) => ({ label: DOCUMENT_LABELS[kind], openedOn: openedOn(kind) })),
    lastBureauMeeting: bureau ? isoDate(bureau.date) : null,
    expired: mandates.map(({ office, holderName, termEnd }) => ({
      label: officeLabel(office),
      holder: holderName,
      termEnd: isoDate(termEnd),
    })),
    reach,
    untold,
    notVotable: late,
    unlawful,
  })
}
