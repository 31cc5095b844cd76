import { Prisma, type Channel, type Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { saidStateOf, type SaidState } from '~/platform/mail/said-state.server'
import type { CivilDate } from '~/statutes/civil-date'
import { lastSendingDay } from '~/statutes/notice'
import { unreadAnswer } from './not-left.server'
import { countReach, reachOf, type NoticeFact, type Reach, type ReachCounts } from '~/statutes/notice-reach'

export type ReachedPerson = { id: string; label: string; mayVote: boolean; reach: Reach }
export type MeetingReach = { lastDay: CivilDate; people: ReachedPerson[]; counts: ReachCounts }

type Row = {
  id: string
  label: string
  mayVote: boolean
  channel: Channel | null
  joined: boolean
  acceptedOn: string | null
  postedOn: string | null
  mailState: SaidState | null
  /** the mail was answered, and nobody has said whether it arrived */
  unread: boolean
  addressed: boolean
}

/**
 * Who was told of a meeting in time, and who was not (13.2-a, 13.3-a, 8.3-a): one line for each member convened, from what servers
 * accepted and what was posted. A sending made for another day tells nothing of this one. The one source of every page, act and
 * set of minutes that says that members were told.
 */
export async function meetingReach(
  db: Db | Tx,
  meeting: Pick<Meeting, 'id' | 'body' | 'session' | 'date' | 'statutesId'>,
): Promise<MeetingReach> {
  const { statutes } = await statutesVersion(db, meeting.statutesId)
  const lastDay = lastSendingDay(statutes, meeting.body, meeting.session === 2 ? 2 : 1, isoDate(meeting.date))
  const rows = await db.$queryRaw<Row[]>`
    WITH said AS (
      SELECT c."id", c."sequence", c."content" #>> '{meeting,date}' AS "date" FROM "Convocation" c
       WHERE c."meetingId" = ${meeting.id}::uuid AND c."kind" <> 'CANCELLATION'),
    valid AS (
      SELECT s."id", s."sequence" FROM said s
       WHERE s."sequence" > coalesce((SELECT max(o."sequence") FROM said o
         WHERE o."date" <> (SELECT l."date" FROM said l ORDER BY l."sequence" DESC LIMIT 1)), -1))
    SELECT e."memberId" AS "id", e."label", e."mayVote", n."channel"::text AS "channel", n."joinedOn" IS NOT NULL AS "joined",
           ${unreadAnswer()} AS "unread",
           CASE WHEN l."state" = 'ACCEPTED' AND NOT ${unreadAnswer()} THEN to_char(l."sentAt" AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') END AS "acceptedOn",
           to_char(n."postedOn", 'YYYY-MM-DD') AS "postedOn", ${saidStateOf(Prisma.sql`l`)} AS "mailState",
           concat(m."street", m."postcode", m."town") <> '' AS "addressed"
      FROM "ElectorateEntry" e JOIN "Member" m ON m."id" = e."memberId"
      LEFT JOIN (valid v JOIN "ConvocationNotice" n ON n."convocationId" = v."id") ON n."memberId" = e."memberId"
      LEFT JOIN "Mail" l ON l."id" = n."mailId"
     WHERE e."meetingId" = ${meeting.id}::uuid AND e."stage" = 'CONVOCATION' AND e."convened"
     ORDER BY e."position", v."sequence"`
  const people = peopleOf(rows, lastDay)
  return { lastDay, people, counts: countReach(people) }
}

function peopleOf(rows: readonly Row[], lastDay: CivilDate): ReachedPerson[] {
  const byMember = new Map<string, Row[]>()
  for (const row of rows) {
    const known = byMember.get(row.id)
    if (known) known.push(row)
    else byMember.set(row.id, [row])
  }
  return [...byMember].flatMap(([id, own]) => {
    const [first] = own
    if (!first) return []
    const { label, mayVote } = first
    const facts = own.flatMap(factOf)
    return [{ id, label, mayVote, reach: reachOf({ facts, joined: own.some(({ joined }) => joined) }, lastDay) }]
  })
}

const FAILED = {
  QUEUED: 'waiting',
  REFUSED: 'refused',
  UNANSWERED: 'unanswered',
  BOUNCED: 'returned',
  ACCEPTED: 'waiting',
} as const satisfies Record<SaidState, NoticeFact['state']>

/** Both may have left: a mail that came back and the letter posted in its place. */
function factOf({ channel, acceptedOn, postedOn, mailState, addressed, unread }: Row): NoticeFact[] {
  if (channel === null) return []
  const left: NoticeFact[] = [
    ...(acceptedOn ? [{ state: 'accepted' as const, on: acceptedOn }] : []),
    ...(postedOn ? [{ state: 'posted' as const, on: postedOn }] : []),
  ]
  if (left.length > 0) return left
  if (channel === 'LETTER') return [{ state: addressed ? 'to-post' : 'no-address' }]
  if (unread) return [{ state: 'unread' }]
  return [{ state: FAILED[mailState ?? 'QUEUED'] }]
}
