import { statutesInForce } from '~/association/in-force.server'
import { isMeetingOfficer } from '~/meetings/access.server'
import { meetingName, meetingWhen, meetingWhere, STATE_WORDS } from '~/meetings/meeting-words'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { env } from '~/platform/env.server'
import type { Statutes } from '~/statutes/schema'
import { votesByHead } from '~/statutes/vote-weight'
import { callsOf, type Call } from '~/meetings/answer/calls.query.server'
import { homeSteps } from './home-steps.query.server'
import { answerKey } from '~/meetings/answer/member-steps'

/** Steps shown on the home page; the list of tasks has them all. */
const FIRST = 3

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
  byHead: boolean
  calls: NextCall[]
}

/** What one has to do first, how much more there is, then the next meeting one is called to, then what comes. */
export async function homePage(ctx: Context) {
  const today = parisDate(ctx.now)
  const officer = isMeetingOfficer(ctx)
  const calls = await callsOf(ctx)
  const [{ statutes }, steps, coming, past] = await Promise.all([
    statutesInForce(ctx.db, today),
    homeSteps(ctx, calls),
    officer ? comingMeetings(ctx) : [],
    pastMeetings(ctx),
  ])
  const next = nextMeeting(statutes, calls)
  // the card of the next meeting asks for its answer itself
  const others = steps.filter(({ key }) => !next?.calls.some(({ memberId }) => key === answerKey(next.id, memberId)))
  return {
    name: ctx.actor.name,
    steps: others.slice(0, FIRST),
    more: Math.max(0, others.length - FIRST),
    next,
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
    byHead: votesByHead(statutes, first.body),
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
