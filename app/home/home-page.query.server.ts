import { statutesInForce } from '~/association/in-force.server'
import { isMeetingOfficer } from '~/meetings/access.server'
import { meetingName, meetingWhen, meetingWhere, STATE_WORDS } from '~/meetings/meeting-words'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Statutes } from '~/statutes/schema'
import { callsOf, type Call } from './calls.query.server'
import { memberSteps } from './member-steps'
import { officerSteps } from './officer-steps.query.server'
import { firstSteps } from './step'

/** One membership at the next meeting: what it has answered, what it may answer. */
export type NextCall = Pick<Call, 'memberId' | 'label' | 'voices' | 'mayVote' | 'answer' | 'givenTo' | 'givenState'>
export type NextMeeting = {
  id: string
  name: string
  title: string
  when: string
  where: string
  open: boolean
  proxies: boolean
  calls: NextCall[]
}

/** What one has to do first, then the next meeting one is called to, then what comes. */
export async function homePage(ctx: Context) {
  const today = parisDate(ctx.now)
  const officer = isMeetingOfficer(ctx)
  const [{ statutes }, calls, duties, coming, past, owed] = await Promise.all([
    statutesInForce(ctx.db, today),
    callsOf(ctx),
    officerSteps(ctx),
    officer ? comingMeetings(ctx) : [],
    pastMeetings(ctx),
    owedDues(ctx, today),
  ])
  return {
    name: ctx.actor.name,
    steps: firstSteps([...memberSteps(calls, today), ...duties]),
    next: nextMeeting(statutes, calls),
    later: laterMeetings(calls),
    officer,
    coming,
    past,
    owed,
    member: ctx.actor.actingFor.length > 0,
  }
}

function nextMeeting(statutes: Statutes, calls: readonly Call[]): NextMeeting | null {
  const [first] = calls
  if (!first) return null
  return {
    id: first.meetingId,
    name: meetingName(first),
    title: first.title,
    when: meetingWhen(first),
    where: meetingWhere(first),
    open: first.state === 'OPEN',
    proxies: statutes.bodies[first.body].proxies,
    calls: calls
      .filter(({ meetingId }) => meetingId === first.meetingId)
      .map(({ memberId, label, voices, mayVote, answer, givenTo, givenState }) => ({
        memberId,
        label,
        voices,
        mayVote,
        answer,
        givenTo,
        givenState,
      })),
  }
}

function laterMeetings(calls: readonly Call[]) {
  const [first] = calls
  const others = calls.filter(({ meetingId }) => meetingId !== first?.meetingId)
  const once = new Map(others.map((call) => [call.meetingId, call]))
  return [...once.values()].map((call) => ({ id: call.meetingId, name: meetingName(call), when: meetingWhen(call) }))
}

async function comingMeetings({ db }: Context) {
  const meetings = await db.meeting.findMany({
    where: { state: { in: ['DRAFT', 'CONVENED', 'OPEN'] } },
    orderBy: { startsAt: 'asc' },
    take: 4,
  })
  return meetings.map((meeting) => ({
    id: meeting.id,
    name: meetingName(meeting),
    when: meetingWhen(meeting),
    state: STATE_WORDS[meeting.state],
  }))
}

/** The last meetings one was called to: what was decided there is a link away. */
async function pastMeetings({ db, actor }: Context) {
  const ids = actor.actingFor.map(({ memberId }) => memberId)
  if (ids.length === 0) return []
  const meetings = await db.meeting.findMany({
    where: {
      state: { in: ['CLOSED', 'NO_QUORUM'] },
      electorate: { some: { memberId: { in: ids }, stage: 'CONVOCATION', attends: true } },
    },
    orderBy: { startsAt: 'desc' },
    take: 2,
    include: { minutes: { where: { state: 'SIGNED', kind: { not: 'CORRECTION' } }, select: { number: true } } },
  })
  return meetings.map((meeting) => ({
    id: meeting.id,
    name: meetingName(meeting),
    when: meetingWhen(meeting),
    minutes: meeting.minutes[0]?.number ?? null,
  }))
}

/** The dues of the year that are due and not settled, of those one speaks for. */
async function owedDues(ctx: Context, today: string) {
  const ids = ctx.actor.actingFor.map(({ memberId }) => memberId)
  if (ids.length === 0) return []
  const rows = await ctx.db.dues.findMany({
    where: {
      memberId: { in: ids },
      settledOn: null,
      amountCents: { gt: 0 },
      period: { dueOn: { lt: dateColumn(today) } },
    },
    orderBy: { period: { year: 'asc' } },
    select: { amountCents: true, member: { select: { label: true } }, period: { select: { year: true, dueOn: true } } },
  })
  return rows.map(({ amountCents, member, period }) => ({
    label: member.label,
    year: period.year,
    dueOn: isoDate(period.dueOn),
    amountCents,
  }))
}

export type HomePage = Awaited<ReturnType<typeof homePage>>
