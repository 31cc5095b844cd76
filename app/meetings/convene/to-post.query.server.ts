import { Prisma, type ConvocationKind, type Meeting } from '~/generated/prisma/client'
import type { Db, Tx } from '~/platform/db.server'
import { agreementWithdrawn, notLeft } from './not-left.server'

export type LetterToPost = {
  id: string
  memberId: string
  label: string
  kind: ConvocationKind
  /** the lines of the envelope; null: no postal address is known */
  address: string | null
}

/** The letters of a meeting that nobody has said posted, in the order in which they are printed. */
export function lettersToPost(db: Db | Tx, meetingId: string): Promise<LetterToPost[]> {
  return db.$queryRaw<LetterToPost[]>`
    SELECT n."id", n."memberId", m."label", c."kind"::text AS "kind",
           CASE WHEN concat(m."street", m."postcode", m."town") <> '' THEN n."address" END AS "address"
      FROM "ConvocationNotice" n JOIN "Convocation" c ON c."id" = n."convocationId" JOIN "Member" m ON m."id" = n."memberId"
     WHERE c."meetingId" = ${meetingId}::uuid AND n."channel" = 'LETTER' AND n."postedOn" IS NULL
     ORDER BY m."sortName", m."id", c."sequence"`
}

export type ToPostCounts = {
  letters: number
  /** mails known to have reached nobody */
  failed: number
  /** mails to people who have withdrawn their agreement to mails */
  withdrawn: number
}

/** How many letters of a meeting wait for the post, and how many mails are to be replaced by one. */
export async function countToPost(db: Db | Tx, meeting: Pick<Meeting, 'id' | 'state' | 'body'>): Promise<ToPostCounts> {
  const failed = Prisma.sql`(n."channel" = 'MAIL' AND ${notLeft()})`
  const [counts] = await db.$queryRaw<ToPostCounts[]>`
    SELECT count(*) FILTER (WHERE n."channel" = 'LETTER')::int AS "letters",
           count(*) FILTER (WHERE ${failed})::int AS "failed",
           count(*) FILTER (WHERE ${agreementWithdrawn(meeting)} AND NOT ${failed})::int AS "withdrawn"
      FROM "ConvocationNotice" n JOIN "Convocation" c ON c."id" = n."convocationId" JOIN "Member" m ON m."id" = n."memberId"
      LEFT JOIN "Mail" l ON l."id" = n."mailId"
     WHERE c."meetingId" = ${meeting.id}::uuid AND n."postedOn" IS NULL`
  return counts ?? { letters: 0, failed: 0, withdrawn: 0 }
}
