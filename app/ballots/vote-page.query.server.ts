import type { Meeting } from '~/generated/prisma/client'
import type { ResolutionState } from '~/generated/prisma/enums'
import { statutesVersion } from '~/association/in-force.server'
import { meetingTopic } from '~/meetings/session/facts.server'
import type { Context } from '~/platform/context'
import { instantFromDate } from '~/platform/dates'
import { lastEventId } from '~/platform/live.server'
import { onlineVoteOpensAt, remoteVote } from '~/statutes/remote-vote'
import { votesByHead } from '~/statutes/vote-weight'
import { ballotFacts } from './ballot-facts.server'
import { FORM_CHOICES } from './choices'
import { openOnlineVoting } from './open-online-voting.server'
import { outcomeView } from './outcome.query.server'
import { votersOf } from './my-voters.server'
import { myReceipts } from './my-receipts.server'
import { receiptCode } from './vote-result'

const ENDED: readonly ResolutionState[] = ['ADOPTED', 'REJECTED', 'INVALID', 'WITHDRAWN']

/**
 * The voter's page: the ballots that wait for him, in the room first, for whom he votes in each, what he has already cast;
 * how the last one ended, or the one asked for. Opens the votes on line whose hour has come.
 */
export async function votePage(ctx: Context, meeting: Meeting, asked: string | null = null) {
  const lastEvent = await lastEventId(meetingTopic(meeting.id))
  const { statutes } = await statutesVersion(ctx.db, meeting.statutesId)
  const remote = remoteVote(statutes, meeting.body)
  if (remote.mode === 'window')
    await openOnlineVoting({ db: ctx.db, now: ctx.now, actor: null }, { meetingId: meeting.id })
  const mine = ctx.actor.actingFor.map(({ memberId }) => memberId)
  const [facts, open, last, present, waiting] = await Promise.all([
    ballotFacts(ctx, meeting.id),
    ctx.db.resolution.findMany({
      where: { meetingId: meeting.id, state: { in: ['OPEN', 'ONLINE'] } },
      orderBy: [{ number: 'asc' }],
    }),
    ctx.db.resolution.findFirst({
      where: { meetingId: meeting.id, state: { in: ['ADOPTED', 'REJECTED', 'INVALID'] } },
      orderBy: { closedAt: 'desc' },
      select: { id: true },
    }),
    ctx.db.presence.findMany({
      where: { meetingId: meeting.id, memberId: { in: mine }, present: true },
      select: { memberId: true, mode: true },
    }),
    ctx.db.resolution.count({ where: { meetingId: meeting.id, state: 'PENDING' } }),
  ])
  const inRoom = open.filter(({ state }) => state === 'OPEN')
  const shown = [...inRoom, ...open.filter(({ state }) => state === 'ONLINE')]
  const decided = facts.find(({ id, state }) => id === asked && ENDED.includes(state))?.id ?? last?.id
  const opensAt = onlineVoteOpensAt(statutes, meeting.body, instantFromDate(meeting.startsAt))
  return {
    lastEvent,
    state: meeting.state,
    facts,
    here: present.length > 0,
    waiting,
    remote: {
      mode: remote.mode,
      article: remote.article,
      sentence: remote.ruling.reasons[0]?.sentence ?? '',
      rule: remote.ruling.reasons[0]?.rule ?? '13.2-d',
      countsInQuorum: remote.countsInQuorum,
      opensAt: opensAt?.toString() ?? null,
    },
    last: decided ? { view: await outcomeView(ctx.db, decided), mine: await myReceipts(ctx.db, decided, mine) } : null,
    ballots: await Promise.all(
      shown.map(async (resolution) => ({
        resolutionId: resolution.id,
        number: resolution.number,
        title: resolution.title,
        text: resolution.text,
        secret: resolution.secret,
        byHead: votesByHead(statutes, meeting.body),
        unanimity: resolution.kind === 'UNANIMITY',
        mode: resolution.mode,
        online: resolution.state === 'ONLINE',
        repeats: resolution.repeatsId !== null,
        voters: (await votersOf(ctx.db, resolution, mine)).map(({ slip, ...voter }) => ({
          ...voter,
          cast: slip?.receipt
            ? { code: receiptCode(slip.receipt), choice: slip.choice ? FORM_CHOICES[slip.choice] : null }
            : null,
        })),
      })),
    ),
  }
}

export type VotePage = Awaited<ReturnType<typeof votePage>>
export type OpenVote = VotePage['ballots'][number]
export type Voter = OpenVote['voters'][number]
