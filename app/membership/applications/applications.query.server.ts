import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { instantFromDate, isoDate } from '~/platform/dates'
import { meetingName } from '~/meetings/meeting-words'
import { whoAdmits } from './who-admits'

const SHOWN = 100

/** Applications that wait, oldest first; then those decided, latest first. */
export async function applicationsPage({ db, now }: Context) {
  const [{ statutes }, waiting, decided] = await Promise.all([
    statutesInForce(db, parisDate(now)),
    db.application.findMany({
      where: { state: { in: ['SUBMITTED', 'LISTED'] } },
      orderBy: { submittedAt: 'asc' },
      take: SHOWN,
      select: { id: true, label: true, kind: true, submittedAt: true, resolutionId: true },
    }),
    db.application.findMany({
      where: { state: { in: ['ACCEPTED', 'REFUSED', 'WITHDRAWN'] } },
      orderBy: [{ decidedOn: 'desc' }, { submittedAt: 'desc' }],
      take: SHOWN,
      select: { id: true, label: true, kind: true, state: true, decidedOn: true },
    }),
  ])
  const listed = await db.resolution.findMany({
    where: {
      id: { in: waiting.flatMap(({ resolutionId }) => resolutionId ?? []) },
      state: { in: ['PENDING', 'ONLINE', 'OPEN'] },
      meeting: { state: { in: ['DRAFT', 'CONVENED', 'OPEN'] } },
    },
    select: { id: true, meeting: { select: { body: true, session: true, date: true } } },
  })
  const meetings = new Map(listed.map(({ id, meeting }) => [id, meetingName(meeting)]))
  return {
    admitting: whoAdmits(statutes),
    waiting: waiting.map(({ id, label, kind, submittedAt, resolutionId }) => ({
      id,
      label,
      kind,
      on: parisDate(instantFromDate(submittedAt)),
      meeting: meetings.get(resolutionId ?? '') ?? null,
    })),
    decided: decided.map(({ decidedOn, ...row }) => ({ ...row, on: decidedOn && isoDate(decidedOn) })),
  }
}
export type ApplicationsPage = Awaited<ReturnType<typeof applicationsPage>>
