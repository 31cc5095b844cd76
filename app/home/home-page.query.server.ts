import { statutesInForce } from '~/association/in-force.server'
import { isMeetingOfficer } from '~/meetings/access.server'
import { meetingName, meetingWhen, meetingWhere, STATE_WORDS } from '~/meetings/meeting-words'
import { caseTodo } from '~/membership/cases/case-todo.query.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { env } from '~/platform/env.server'
import type { Statutes } from '~/statutes/schema'
import { callsOf, type Call } from './calls.query.server'
import { duesSteps } from './dues-steps.query.server'
import { memberSteps } from './member-steps'
import { officerSteps } from './officer-steps.query.server'
import { settlingSteps } from './settling-steps.query.server'
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
  const [{ statutes }, calls, duties, dues, cases, settling, coming, past] = await Promise.all([
    statutesInForce(ctx.db, today),
    callsOf(ctx),
    officerSteps(ctx),
    duesSteps(ctx),
    caseTodo(ctx),
    settlingSteps(ctx),
    officer ? comingMeetings(ctx) : [],
    pastMeetings(ctx),
  ])
  return {
    name: ctx.actor.name,
    steps: firstSteps([
      ...memberSteps(calls, today),
      ...duties,
      ...dues,
      ...cases.map((todo) => ({ ...todo, reasons: [], late: false, rank: 4 })),
      ...settling,
    ]),
    next: nextMeeting(statutes, calls),
    later: laterMeetings(calls),
    officer,
    mailHeld: officer && !env().DEMO && !env().SMTP_URL,
    coming,
    past,
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

export type HomePage = Awaited<ReturnType<typeof homePage>>
