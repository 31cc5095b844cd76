import { Prisma, type Channel, type Meeting } from '~/generated/prisma/client'
import { may } from '~/platform/permissions'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { frenchDate, frenchDateTime } from '~/ui/format'
import type { ProofFilter } from './proof.form'
import { mailServerIsSet } from '~/platform/mail/mail-server.server'
import { saidStateOf, type SaidState } from '~/platform/mail/said-state.server'
import { reachSentence } from '~/statutes/notice-reach'
import { pendingChanges } from './correct-convocation.server'
import { lastTelling } from './votable.server'
import { lateNoticeReason } from './late-notice'
import { agreementWithdrawn, notLeft, unreadAnswer } from './not-left.server'
import { meetingReach } from './reach.query.server'
import { isPresident } from './signer.server'

const PAGE = 50

type Row = {
  id: string
  label: string
  sortName: string
  channel: Channel
  address: string
  contentHash: string
  joinedOn: Date | null
  admittedOn: string | null
  postedOn: Date | null
  postalNumber: string | null
  mailState: SaidState | null
  queuedAt: Date | null
  sentAt: Date | null
  bouncedAt: Date | null
  unread: boolean | null
  withdrawn: boolean | null
  serverAnswer: string | null
  bounceDetail: string | null
  mailHash: string | null
  attempts: number | null
}

/** A letter not posted; a mail refused, returned or without answer, answered and not read, agreed to no more, put off, or without a server to leave by. */
const toDo = (meeting: Pick<Meeting, 'state' | 'body'>) =>
  Prisma.sql`((n."channel" = 'LETTER' AND n."postedOn" IS NULL) OR (n."channel" = 'MAIL' AND (${notLeft()} OR ${unreadAnswer()} OR ${agreementWithdrawn(meeting)})))`
const filtered: Record<ProofFilter, (meeting: Pick<Meeting, 'state' | 'body'>) => Prisma.Sql> = {
  toutes: () => Prisma.sql`true`,
  'a-traiter': toDo,
  lettres: () => Prisma.sql`n."channel" = 'LETTER'`,
}
const SAID = saidStateOf(Prisma.sql`l`)
const FROM = Prisma.sql`"ConvocationNotice" n JOIN "Member" m ON m."id" = n."memberId" LEFT JOIN "Mail" l ON l."id" = n."mailId"`

type Asked = { sequence: number | null; filter: ProofFilter; after: string | null }

/** The proof of one sending, person by person: channel, address, times, answer of the server; 50 a page. Null: none was sent. */
export async function convocationProof(ctx: Context, meeting: Meeting, asked: Asked) {
  const sendings = await ctx.db.convocation.findMany({
    where: { meetingId: meeting.id },
    orderBy: { sequence: 'asc' },
    omit: { content: true },
  })
  const sending = sendings.find(({ sequence }) => sequence === asked.sequence) ?? sendings.at(-1)
  if (!sending) return null
  const [sortName, id] = (asked.after ?? '').split('\t')
  const from =
    sortName && id && /^[0-9a-f-]{36}$/.test(id)
      ? Prisma.sql`(m."sortName", n."id") > (${sortName}, ${id}::uuid)`
      : Prisma.sql`true`
  const [counts, reach, rows, untold, telling] = await Promise.all([
    countStates(ctx, meeting, sending.id),
    meetingReach(ctx.db, meeting),
    ctx.db.$queryRaw<Row[]>`
      SELECT n."id", m."label", m."sortName", n."channel"::text AS "channel", n."address", n."contentHash", n."joinedOn", n."postedOn", n."postalNumber",
             to_char(m."admittedOn", 'YYYY-MM-DD') AS "admittedOn",
             ${SAID} AS "mailState", l."queuedAt", l."sentAt", l."bouncedAt", ${unreadAnswer()} AS "unread", ${agreementWithdrawn(meeting)} AS "withdrawn", l."attempts", l."serverAnswer", l."bounceDetail", l."contentHash" AS "mailHash"
        FROM ${FROM} WHERE n."convocationId" = ${sending.id}::uuid AND ${filtered[asked.filter](meeting)} AND ${from}
       ORDER BY m."sortName", n."id" LIMIT ${PAGE + 1}`,
    pendingChanges(ctx.db, meeting),
    lastTelling(ctx.db, meeting, parisDate(ctx.now)),
  ])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    sendings: sendings.map(({ sequence, kind, sentAt, signerName, signerTitle, contentHash, lateReason }) => ({
      sequence, kind, when: frenchDateTime(sentAt), signer: `${signerName}, ${signerTitle.toLowerCase()}`, contentHash, lateReason,
    })), // prettier-ignore
    sequence: sending.sequence,
    counts,
    /** of the meeting, whatever the sending shown */
    reach: { ...reach.counts, sentence: reachSentence(reach.counts, reach.lastDay) },
    mailServer: mailServerIsSet(),
    lines: shown.map((row) => line(row, meeting, isoDate(sending.sentOn))),
    next: rows.length > PAGE && last ? `${last.sortName}\t${last.id}` : null,
    untold: untold.changes,
    telling,
    mayConvene: may(ctx.actor, 'meetings.convene'),
    mayFollow: may(ctx.actor, 'meetings.convene') || may(ctx.actor, 'meetings.prepare'),
    president: isPresident(ctx),
    correctable: meeting.state === 'CONVENED',
  }
}

type Counts = {
  total: number
  queued: number
  accepted: number
  failed: number
  unanswered: number
  unread: number
  letters: number
  posted: number
  todo: number
}

async function countStates(ctx: Context, meeting: Meeting, convocationId: string): Promise<Counts> {
  const [counts] = await ctx.db.$queryRaw<Counts[]>`
    SELECT count(*)::int AS "total",
           count(*) FILTER (WHERE n."channel" = 'MAIL' AND l."state" = 'QUEUED')::int AS "queued",
           count(*) FILTER (WHERE n."channel" = 'MAIL' AND l."state" = 'ACCEPTED' AND NOT ${unreadAnswer()})::int AS "accepted",
           count(*) FILTER (WHERE n."channel" = 'MAIL' AND ${SAID} IN ('REFUSED', 'BOUNCED'))::int AS "failed",
           count(*) FILTER (WHERE n."channel" = 'MAIL' AND ${SAID} = 'UNANSWERED')::int AS "unanswered",
           count(*) FILTER (WHERE n."channel" = 'MAIL' AND ${unreadAnswer()})::int AS "unread",
           count(*) FILTER (WHERE n."channel" = 'LETTER')::int AS "letters",
           count(*) FILTER (WHERE n."channel" = 'LETTER' AND n."postedOn" IS NOT NULL)::int AS "posted",
           count(*) FILTER (WHERE ${toDo(meeting)})::int AS "todo"
      FROM ${FROM} WHERE n."convocationId" = ${convocationId}::uuid`
  if (!counts) throw new Error('an aggregate gives one row')
  return counts
}

export type NoticeState =
  'queued' | 'stuck' | 'accepted' | 'unread' | 'withdrawn' | 'refused' | 'unanswered' | 'bounced' | 'to-post' | 'posted'

function line(row: Row, { body, session }: Pick<Meeting, 'body' | 'session'>, sentOn: string) {
  const queued = (row.attempts ?? 0) > 0 || !mailServerIsSet() ? ('stuck' as const) : ('queued' as const)
  const mailStates = {
    QUEUED: queued,
    ACCEPTED: 'accepted',
    REFUSED: 'refused',
    UNANSWERED: 'unanswered',
    BOUNCED: 'bounced',
  } as const
  const letter = row.postedOn ? ('posted' as const) : ('to-post' as const)
  const held = row.unread ? ('unread' as const) : row.withdrawn ? ('withdrawn' as const) : null
  const state: NoticeState = row.channel === 'LETTER' ? letter : (held ?? mailStates[row.mailState ?? 'QUEUED'])
  const moments = [
    row.queuedAt && `Préparé le ${frenchDateTime(row.queuedAt)}`,
    row.sentAt && `remis au serveur le ${frenchDateTime(row.sentAt)}`,
    row.bouncedAt && `revenu le ${frenchDateTime(row.bouncedAt)}`,
    row.postedOn &&
      `Posté le ${frenchDate(isoDate(row.postedOn))}${row.postalNumber ? `, n° ${row.postalNumber}` : ''}`,
  ].filter((moment) => moment !== null)
  return {
    id: row.id,
    label: row.label,
    letter: row.channel === 'LETTER',
    late: row.joinedOn && {
      admittedOn: row.admittedOn,
      reason: lateNoticeReason(body, session === 2 ? 2 : 1, { sentOn, joinedOn: isoDate(row.joinedOn) }),
    },
    address: row.address.split('\n').join(', '),
    state,
    moments: moments.join(', '),
    answer: row.bounceDetail ?? row.serverAnswer,
    hash: row.mailHash ?? row.contentHash,
  }
}

export type NoticeLine = ReturnType<typeof line>
