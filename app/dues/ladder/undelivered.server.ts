import { Prisma } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import { mailLeaving } from '~/platform/mail/mail-server.server'
import { saidStateOf } from '~/platform/mail/said-state.server'
import { readStage, type Stage } from '~/statutes/dues-ladder-stages'

/** Every mail of the steps: that of the step itself, and those that went in the place of one that failed. */
export const SENDINGS = Prisma.sql`(
  select "duesId", stage, "on", "mailId" from "DuesStep" union all
  select "duesId", stage, "on", "mailId" from "DuesRepost")`
/** Those « o » of steps « s » whose mail « x » is in a state to be said, and in whose place nothing went, by post or by mail. */
export const UNDELIVERED = Prisma.sql`
  "Mail" x join ${SENDINGS} o on o."mailId" = x.id join "DuesStep" s on s."duesId" = o."duesId" and s.stage = o.stage
    and not exists (select 1 from "DuesRepost" q where q."failedMailId" = x.id)`
/** The words of the partial index, one by one: it is small, whatever the number of messages. */
export const NOT_DELIVERED = Prisma.sql`x.state in ('REFUSED', 'BOUNCED')`
/** What is to be posted or sent again: refused, came back, or waits for a mail server when none is set. */
export const toSendAgain = (): Prisma.Sql =>
  mailLeaving() === 'stays' ? Prisma.sql`x.state in ('REFUSED', 'BOUNCED', 'QUEUED')` : NOT_DELIVERED
/** Dues « d » of members « m » that are still to be paid, and who may still be written to. */
const awaited = (today: string) =>
  Prisma.sql`d."closedAs" is null and (m."leftOn" is null or m."leftOn" > ${today}::date)`
const SAID = saidStateOf(Prisma.sql`x`)
const FAILED_ON = Prisma.sql`
  to_char(coalesce(x."bouncedAt", x."sentAt", x."queuedAt") at time zone 'Europe/Paris', 'YYYY-MM-DD')`

/** More than one prints and posts in a day. */
export const MOST_RETURNED = 200

export type Returned = {
  duesId: string
  memberId: string
  label: string
  stage: Stage
  /** day of the step, which stays */
  on: string
  /** day of the step before it, or on which its message went again */
  before: string | null
  mailId: string
  /** day on which that mail left: later than the step when it was sent again */
  sentOn: string
  /** day on which it was refused or came back */
  failedOn: string
  refused: boolean
  /** the server had it whole and never answered: it perhaps arrived */
  unanswered: boolean
  /** it never left: no mail server is set; `failedOn` is the day on which it was written */
  waiting: boolean
  address: string
}

/**
 * 6.4-b: the calls and reminders that did not arrive, of dues still open, the oldest first, 200 at most: each is to be
 * posted, or sent again once the address is right; with no mail server set, those that wait for one too. A member who left is no longer written to. `mailId`: that one alone.
 */
export async function returnedMessages(tx: Tx, today: string, mailId: string | null = null): Promise<Returned[]> {
  const rows = await tx.$queryRaw<(Omit<Returned, 'stage'> & { stage: string })[]>`
    select s."duesId", s."memberId", m.label, s.stage, to_char(s."on", 'YYYY-MM-DD') as "on",
           (select to_char(coalesce(max(q."on"), b."on"), 'YYYY-MM-DD') from "DuesStep" b
              left join "DuesRepost" q on q."duesId" = b."duesId" and q.stage = b.stage
             where b."duesId" = s."duesId" and b.rank = s.rank - 1 group by b."on") as before,
           x.id as "mailId", to_char(o."on", 'YYYY-MM-DD') as "sentOn", ${FAILED_ON} as "failedOn",
           ${SAID} = 'REFUSED' as refused, ${SAID} = 'UNANSWERED' as unanswered, x.state = 'QUEUED' as waiting, x."toAddress" as address
      from ${UNDELIVERED} join "Dues" d on d.id = s."duesId" join "Member" m on m.id = s."memberId"
     where ${toSendAgain()} and ${awaited(today)} and (${mailId}::uuid is null or x.id = ${mailId}::uuid)
     order by s."on", s."duesId", s.rank limit ${MOST_RETURNED}`
  return rows.map((row) => ({ ...row, stage: readStage(row.stage) }))
}

/** How many dues have such a message. */
export async function countReturned(tx: Tx, today: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(distinct d.id)::int as count
      from ${UNDELIVERED} join "Dues" d on d.id = s."duesId" join "Member" m on m.id = s."memberId"
     where ${toSendAgain()} and ${awaited(today)}`
  return row?.count ?? 0
}

/** What became of a message: the latest of its mails that failed, and what went in its place, by mail or by post. */
export type Delivery = {
  failedOn: string
  refused: boolean
  unanswered: boolean
  waiting: boolean
  again: { on: string; byMail: boolean } | null
}

/** What became of the messages of one dues that did not arrive, or that were posted for want of a server, by step. */
export async function failedDeliveries(tx: Tx, duesId: string): Promise<Map<Stage, Delivery>> {
  const rows = await tx.$queryRaw<(Omit<Delivery, 'again'> & { stage: string; on: string | null; byMail: boolean })[]>`
    select o.stage, ${SAID} = 'REFUSED' as refused, ${SAID} = 'UNANSWERED' as unanswered, not (${NOT_DELIVERED}) as waiting, ${FAILED_ON} as "failedOn",
           to_char(q."on", 'YYYY-MM-DD') as "on", q."mailId" is not null as "byMail"
      from ${SENDINGS} o join "Mail" x on x.id = o."mailId"
      left join "DuesRepost" q on q."failedMailId" = x.id
     where o."duesId" = ${duesId}::uuid and (${NOT_DELIVERED} or q.id is not null) order by x."queuedAt", x.id`
  return new Map(
    rows.map(({ stage, failedOn, refused, unanswered, waiting, on, byMail }) => [
      readStage(stage),
      { failedOn, refused, unanswered, waiting, again: on === null ? null : { on, byMail } },
    ]),
  )
}

/** The latest day on which a server accepted the message of each step of one dues, in whose place nothing went. */
export async function acceptedDays(tx: Tx, duesId: string): Promise<Map<Stage, string>> {
  const rows = await tx.$queryRaw<{ stage: string; on: string }[]>`
    select o.stage, to_char(max(x."sentAt" at time zone 'Europe/Paris'), 'YYYY-MM-DD') as "on"
      from ${SENDINGS} o join "Mail" x on x.id = o."mailId" and x.state = 'ACCEPTED'
     where o."duesId" = ${duesId}::uuid and x."sentAt" is not null
       and not exists (select 1 from "DuesRepost" q where q."failedMailId" = x.id) group by 1`
  return new Map(rows.map(({ stage, on }) => [readStage(stage), on]))
}

/** Among these members, those to whom a message about dues already went that day: one a day at most. */
export async function writtenOn(tx: Tx, memberIds: string[], on: string): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    select "memberId" from "DuesStep" where message and "on" = ${on}::date and "memberId" = any(${memberIds}::uuid[])
    union
    select d."memberId" from "DuesRepost" q join "Dues" d on d.id = q."duesId"
     where q."mailId" is not null and q."on" = ${on}::date and d."memberId" = any(${memberIds}::uuid[])`
  return new Set(rows.map(({ memberId }) => memberId))
}
