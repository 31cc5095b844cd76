import type { AnswerKind, Body, MeetingState } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'

/** One membership called to a meeting that is convened or in session, and all that its home page says of it. */
export type Call = {
  meetingId: string
  title: string
  body: Body
  session: number
  state: MeetingState
  date: Date
  startsAt: Date
  place: string | null
  videoUrl: string | null
  memberId: string
  label: string
  voices: number
  mayVote: boolean
  answer: AnswerKind | null
  /** to whom the proxy is given, and whether the holder has accepted */
  givenTo: string | null
  givenState: string | null
  /** who offers a proxy that is not answered yet */
  offers: string[]
  present: boolean
  /** number of the resolution open on phones for which voices of this member, or of his givers, are still to be used */
  openBallot: number | null
  /** resolutions open on line on which he has not voted */
  online: number
}

/**
 * Everything in one statement: the home page is read more than any other. Nearest meeting first; one whose day passed without
 * being opened asks nothing of its members any more.
 */
export async function callsOf(ctx: Context): Promise<Call[]> {
  const ids = ctx.actor.actingFor.map(({ memberId }) => memberId)
  if (ids.length === 0) return []
  return ctx.db.$queryRaw<Call[]>`
    SELECT m."id" AS "meetingId", m."title", m."body"::text AS "body", m."session", m."state"::text AS "state", m."date", m."startsAt",
           m."place", m."videoUrl", e."memberId", e."label", e."voices", e."mayVote", a."kind" AS "answer",
           x."label" AS "givenTo", x."state" AS "givenState",
           ARRAY(SELECT g."label" FROM "Proxy" o JOIN "Member" g ON g."id" = o."giverId"
                  WHERE o."meetingId" = m."id" AND o."holderId" = e."memberId" AND o."state" = 'OFFERED' ORDER BY o."order") AS "offers",
           EXISTS (SELECT 1 FROM "Presence" p WHERE p."meetingId" = m."id" AND p."memberId" = e."memberId" AND p."present") AS "present",
           (SELECT min(r."number") FROM "Resolution" r JOIN "RoomRight" v ON v."meetingId" = r."meetingId" AND v."voterId" = e."memberId"
             WHERE r."meetingId" = m."id" AND r."state" = 'OPEN' AND r."mode" = 'ELECTRONIC'
               AND (coalesce(cardinality(r."among"), 0) = 0 OR v."category" = ANY (r."among"))
               AND NOT EXISTS (SELECT 1 FROM "UsedRight" s WHERE s."resolutionId" = r."id" AND s."memberId" = v."memberId")
           ) AS "openBallot",
           CASE WHEN e."mayVote" THEN (SELECT count(*)::int FROM "Resolution" r
             WHERE r."meetingId" = m."id" AND r."state" = 'ONLINE'
               AND NOT EXISTS (SELECT 1 FROM "UsedRight" s WHERE s."resolutionId" = r."id" AND s."memberId" = e."memberId")
           ) ELSE 0 END AS "online"
      FROM "Meeting" m
      JOIN "ElectorateEntry" e ON e."meetingId" = m."id" AND e."stage" = 'CONVOCATION' AND e."memberId" = ANY (${ids}::uuid[]) AND e."attends"
      LEFT JOIN LATERAL (SELECT w."kind"::text AS "kind" FROM "MeetingAnswer" w
                          WHERE w."meetingId" = m."id" AND w."memberId" = e."memberId" ORDER BY w."id" DESC LIMIT 1) a ON true
      LEFT JOIN LATERAL (SELECT h."label", y."state"::text AS "state" FROM "Proxy" y JOIN "Member" h ON h."id" = y."holderId"
                          WHERE y."meetingId" = m."id" AND y."giverId" = e."memberId" AND y."state" IN ('OFFERED', 'ACCEPTED') LIMIT 1) x ON true
     WHERE m."state" = 'OPEN' OR (m."state" = 'CONVENED' AND m."date" >= ${parisDate(ctx.now)}::date)
     ORDER BY m."startsAt", m."id", e."label"`
}
