import type { Meeting } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { lastEventId } from '~/platform/live.server'
import type { VotingRight } from '~/statutes/voting-rights'
import { votesByHead } from '~/statutes/vote-weight'
import { plural } from '~/ui/format'
import { memberOfCode } from './codes.server'
import { meetingFacts, meetingTopic } from './facts.server'
import { categoryLabels, hour } from './words'
import { quorumOf } from './quorum.server'
import { currentRepresentatives } from './representatives.server'

export type DeskLine = {
  memberId: string
  label: string
  category: string
  /** « membre fondateur, 3 voix »; by head, the category alone */
  right: string
  attends: boolean
  present: boolean
  video: boolean
  /** « depuis 18 h 02 », or « parti à 19 h 10 » */
  hours: string | null
  representative: string | null
  /** the holder of his accepted proxy, while he is not there himself */
  holder: string | null
}

/** The sheet at the door: everybody who may come, who is there, and the quorum. */
export async function deskPage(ctx: Context, meeting: Meeting) {
  const lastEvent = await lastEventId(meetingTopic(meeting.id))
  const facts = await meetingFacts(ctx.db, meeting.id)
  const [proxies, left] = await Promise.all([
    ctx.db.proxy.findMany({
      where: { meetingId: meeting.id, state: 'ACCEPTED' },
      select: { giverId: true, holder: { select: { label: true } } },
    }),
    ctx.db.presence.findMany({ where: { meetingId: meeting.id, present: false }, select: { memberId: true } }),
  ])
  const departures = await lastDepartures(
    ctx,
    meeting.id,
    left.map(({ memberId }) => memberId),
  )
  const present = new Map(facts.present.map((one) => [one.memberId, one]))
  const holders = new Map(proxies.map(({ giverId, holder }) => [giverId, holder.label]))
  const byHead = votesByHead(facts.statutes, meeting.body)
  const labelOf = (key: string) => facts.statutes.categories[key]?.label ?? key
  const lines = facts.rights.map((right): DeskLine => {
    const here = present.get(right.id)
    const gone = departures.get(right.id)
    return {
      memberId: right.id,
      label: right.label,
      category: labelOf(right.category),
      right: rightOf(right, labelOf(right.category), byHead),
      attends: right.attends,
      present: here !== undefined,
      video: here?.mode === 'VIDEO',
      hours: here ? `depuis ${hour(here.since)}` : gone ? `départ à ${hour(gone)}` : null,
      representative: here?.representative ?? null,
      holder: here ? null : (holders.get(right.id) ?? null),
    }
  })
  return { lastEvent, lines, quorum: quorumOf(facts), categories: categoryLabels(facts.statutes) }
}

function rightOf({ voices }: Pick<VotingRight, 'voices'>, category: string, byHead: boolean): string {
  if (voices === 0) return `${category}, sans voix`
  return byHead ? category : `${category}, ${plural(voices, 'voix', 'voix')}`
}

/** One member at the desk: what to ask before he signs; null when nobody may sign under this id. */
export async function deskMember(ctx: Context, memberId: string) {
  const [member, representatives] = await Promise.all([
    ctx.db.member.findUnique({ where: { id: memberId }, select: { id: true, label: true, kind: true } }),
    currentRepresentatives(ctx.db, [memberId], parisDate(ctx.now)),
  ])
  if (!member) return null
  return {
    memberId: member.id,
    label: member.label,
    legalPerson: member.kind === 'BODY',
    representatives: representatives.map(({ id, words, ruling }) => ({
      id,
      words,
      mayAct: ruling.outcome === 'lawful',
    })),
  }
}

/** The member whose personal code was read; null for a code of nobody, or of another meeting. */
export async function memberByCode(ctx: Context, meetingId: string, code: string): Promise<string | null> {
  const entries = await ctx.db.electorateEntry.findMany({
    where: { meetingId, attends: true },
    select: { memberId: true },
    distinct: ['memberId'],
  })
  return memberOfCode(
    meetingId,
    entries.map(({ memberId }) => memberId),
    code,
  )
}

async function lastDepartures(ctx: Context, meetingId: string, memberIds: string[]): Promise<Map<string, Date>> {
  const events = await ctx.db.attendanceEvent.findMany({
    where: { meetingId, memberId: { in: memberIds }, kind: 'LEFT' },
    select: { memberId: true, at: true },
    orderBy: { id: 'asc' },
  })
  return new Map(events.map(({ memberId, at }) => [memberId, at]))
}
