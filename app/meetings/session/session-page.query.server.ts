import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { may } from '~/platform/permissions'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { lastEventId } from '~/platform/live.server'
import { notVotable } from '../convene/votable.server'
import { reachBeforeOpening } from '../convene/demand-reached.server'
import type { Part, Roll } from '~/statutes/attendance'
import { chairOf } from './chair'
import { meetingFacts, meetingTopic } from './facts.server'
import { quorumOf, rollAt } from './quorum.server'
import { keepsDesk, presides } from './rights.server'
import { secondSessionOffer, suggestedDay } from './second-session'
import { secretaryChoices } from './secretaries.server'
import { categoryLabels, hour } from './words'
import { parisParts } from '~/ui/format'

/** The latest arrivals and departures that the console shows. */
const MOVEMENTS = 12

/** The chair's console: how far the session has come, the quorum, the agenda, what happened. */
export async function sessionPage(ctx: Context, meeting: Meeting) {
  const lastEvent = await lastEventId(meetingTopic(meeting.id))
  const facts = await meetingFacts(ctx.db, meeting.id)
  const roll = rollAt(facts)
  const [items, incidents, movements, opening] = await Promise.all([
    ctx.db.agendaItem.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: 'asc' },
      select: {
        id: true,
        position: true,
        title: true,
        kind: true,
        resolutions: { orderBy: { number: 'asc' }, select: { id: true, number: true, title: true, state: true } },
      },
    }),
    ctx.db.incident.findMany({
      where: { meetingId: meeting.id },
      orderBy: { at: 'asc' },
      select: { id: true, at: true, text: true, rule: true },
    }),
    ctx.db.attendanceEvent.findMany({
      where: { meetingId: meeting.id },
      orderBy: { id: 'desc' },
      take: MOVEMENTS,
      select: { id: true, at: true, kind: true, mode: true, member: { select: { label: true } } },
    }),
    meeting.state === 'CONVENED' ? openingFacts(ctx, meeting) : null,
  ])
  return {
    lastEvent,
    phase: phaseOf(meeting),
    mayPreside: presides(ctx.actor, meeting),
    mayKeepDesk: keepsDesk(ctx.actor, meeting),
    chair: meeting.chairName
      ? {
          name: meeting.chairName,
          quality: meeting.chairQuality,
          here: facts.present.some(({ memberId }) => memberId === meeting.chairMemberId),
        }
      : null,
    secretary: meeting.secretaryName,
    /** whom the chair may name instead, as long as the minutes are not offered for signature */
    otherSecretaries: await otherSecretaries(ctx, meeting),
    roomCode: meeting.roomCode,
    hours: {
      convened: hour(meeting.startsAt),
      opened: meeting.openedAt && hour(meeting.openedAt),
      closed: meeting.closedAt && hour(meeting.closedAt),
    },
    tooEarly: ctx.now.epochMilliseconds < meeting.startsAt.getTime(),
    quorum: quorumOf(facts),
    categories: categoryLabels(facts.statutes),
    counts: {
      called: facts.rights.filter(({ attends }) => attends).length,
      present: facts.present.length,
      video: facts.present.filter(({ mode }) => mode === 'VIDEO').length,
      represented: countPart(roll, 'represented'),
      online: countPart(roll, 'online'),
    },
    items,
    incidents: incidents.map(({ at, ...incident }) => ({ ...incident, at: hour(at) })),
    movements: movements.map(({ id, at, kind, mode, member }) => ({
      id: String(id),
      at: hour(at),
      label: member.label,
      arrived: kind === 'ARRIVED',
      video: mode === 'VIDEO',
    })),
    opening,
  }
}

const countPart = (roll: Roll, sought: Part) => [...roll.values()].filter(({ part }) => part === sought).length

export type SessionPage = Awaited<ReturnType<typeof sessionPage>>
export type Phase = 'before' | 'attendance' | 'running' | 'no-quorum' | 'closed' | 'other'

function phaseOf(meeting: Meeting): Phase {
  if (meeting.state === 'CONVENED') return 'before'
  if (meeting.state === 'OPEN') return meeting.openedAt ? 'running' : 'attendance'
  if (meeting.state === 'NO_QUORUM') return 'no-quorum'
  return meeting.state === 'CLOSED' ? 'closed' : 'other'
}

async function otherSecretaries(ctx: Context, meeting: Meeting) {
  const held = meeting.state === 'OPEN' || meeting.state === 'CLOSED' || meeting.state === 'NO_QUORUM'
  if (!held || !presides(ctx.actor, meeting)) return []
  const alive = await ctx.db.minutes.count({ where: { meetingId: meeting.id, state: { not: 'WITHDRAWN' } } })
  if (alive > 0) return []
  return (await secretaryChoices(ctx.db, meeting)).filter(({ accountId }) => accountId !== meeting.secretaryAccountId)
}

/** Who may open, and the person who keeps the minutes. */
async function openingFacts(ctx: Context, meeting: Meeting) {
  const chair = chairOf(ctx.actor)
  return {
    mayOpen: chair !== null,
    asksCause: chair === 'cause',
    told: await reachBeforeOpening(ctx.db, meeting),
    today: parisDate(ctx.now) === isoDate(meeting.date),
    secretaries: chair === null ? [] : await secretaryChoices(ctx.db, meeting, ctx.actor.accountId),
  }
}

/** What follows a session without quorum: the second one, made or still possible, or why there is none (13.2-e, 4.29). */
export async function afterNoQuorum(ctx: Context, meeting: Meeting) {
  const { statutes } = await statutesVersion(ctx.db, meeting.statutesId)
  const second = await ctx.db.meeting.findUnique({
    where: { precedingId: meeting.id },
    select: { id: true, date: true, state: true },
  })
  const offer = secondSessionOffer(statutes, meeting, parisDate(ctx.now))
  const starts = parisParts(meeting.startsAt)
  return {
    second: second && { id: second.id, date: isoDate(second.date), state: second.state },
    offer,
    suggested: offer.possible ? suggestedDay(offer.range, isoDate(meeting.date)) : null,
    /** what the first session could not have voted, and the second one leaves out */
    leftOut: await notVotable(ctx.db, meeting),
    mayConvene: may(ctx.actor, 'meetings.convene'),
    place: meeting.place,
    videoUrl: meeting.videoUrl,
    time: `${starts.hour}:${starts.minute}`,
  }
}

export type AfterNoQuorum = Awaited<ReturnType<typeof afterNoQuorum>>
