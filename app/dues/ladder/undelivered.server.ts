import { Prisma } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import { readStage, type Stage } from '~/statutes/dues-ladder-stages'

/** Steps « s » whose mail « x » was refused or came back, and that nobody has posted since. */
export const UNDELIVERED = Prisma.sql`
  "Mail" x join "DuesStep" s on s."mailId" = x.id and not exists (
    select 1 from "DuesRepost" q where q."duesId" = s."duesId" and q.stage = s.stage)`
/** The words of the partial index, one by one: it is small, whatever the number of messages. */
export const NOT_DELIVERED = Prisma.sql`x.state in ('REFUSED', 'BOUNCED')`

/** More than one prints and posts in a day. */
export const MOST_RETURNED = 200

export type Returned = {
  duesId: string
  memberId: string
  label: string
  stage: Stage
  /** day of the step, which stays */
  on: string
  /** day of the step before it */
  before: string | null
  /** day on which the mail was refused or came back */
  failedOn: string
  refused: boolean
  address: string
}

/**
 * 6.4-b: the calls and reminders that did not arrive, of dues still open, the oldest first, 200 at most: each is to be
 * posted. A member who left is no longer written to.
 */
export async function returnedMessages(tx: Tx, today: string): Promise<Returned[]> {
  const rows = await tx.$queryRaw<(Omit<Returned, 'stage'> & { stage: string })[]>`
    select s."duesId", s."memberId", m.label, s.stage, to_char(s."on", 'YYYY-MM-DD') as "on",
           (select to_char(b."on", 'YYYY-MM-DD') from "DuesStep" b where b."duesId" = s."duesId" and b.rank = s.rank - 1) as before,
           to_char(coalesce(x."bouncedAt", x."sentAt", x."queuedAt") at time zone 'Europe/Paris', 'YYYY-MM-DD') as "failedOn",
           x.state = 'REFUSED' as refused, x."toAddress" as address
      from ${UNDELIVERED} join "Dues" d on d.id = s."duesId" join "Member" m on m.id = s."memberId"
     where ${NOT_DELIVERED} and d."closedAs" is null and (m."leftOn" is null or m."leftOn" > ${today}::date)
     order by s."on", s."duesId", s.rank limit ${MOST_RETURNED}`
  return rows.map((row) => ({ ...row, stage: readStage(row.stage) }))
}

/** How many dues have such a message. */
export async function countReturned(tx: Tx, today: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(distinct d.id)::int as count
      from ${UNDELIVERED} join "Dues" d on d.id = s."duesId" join "Member" m on m.id = s."memberId"
     where ${NOT_DELIVERED} and d."closedAs" is null and (m."leftOn" is null or m."leftOn" > ${today}::date)`
  return row?.count ?? 0
}

export type Delivery = { failedOn: string; refused: boolean; repostedOn: string | null }

/** What became of the messages of one dues that did not arrive, by step; those that arrived are absent. */
export async function failedDeliveries(tx: Tx, duesId: string): Promise<Map<Stage, Delivery>> {
  const rows = await tx.$queryRaw<(Delivery & { stage: string })[]>`
    select s.stage, x.state = 'REFUSED' as refused, to_char(q."on", 'YYYY-MM-DD') as "repostedOn",
           to_char(coalesce(x."bouncedAt", x."sentAt", x."queuedAt") at time zone 'Europe/Paris', 'YYYY-MM-DD') as "failedOn"
      from "DuesStep" s join "Mail" x on x.id = s."mailId" and ${NOT_DELIVERED}
      left join "DuesRepost" q on q."duesId" = s."duesId" and q.stage = s.stage
     where s."duesId" = ${duesId}::uuid`
  return new Map(rows.map(({ stage, ...delivery }) => [readStage(stage), delivery]))
}
