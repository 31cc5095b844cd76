import type { Tx } from '~/platform/db.server'
import { mailLeaving } from '~/platform/mail/mail-server.server'
import type { DuesFacts } from '~/statutes/dues-ladder'
import { readStage } from '~/statutes/dues-ladder-stages'
import { moneyInSight, type FoundMoney } from './money-in-sight.server'
import { NOT_DELIVERED, SENDINGS } from './undelivered.server'

/** What the ladder knows of one dues, with the ids that its writers need. */
export type LadderRow = DuesFacts & {
  id: string
  memberId: string
  periodId: string
  year: number
  leftOn: string | null
  /** the day on which the message of the last step went again, when its mail did not arrive */
  lastAgainOn: string | null
  inSight: readonly FoundMoney[]
}

type Row = Omit<LadderRow, 'last' | 'notice' | 'unpaidYears' | 'inSight' | 'mailServer'> & {
  stage: string | null
  stageOn: string | null
  letter: boolean
  depositedOn: string | null
  presentedOn: string | null
  unpaidYears: number
}

/**
 * The facts of these dues as they stand in the transaction, ordered by id; their rows are not locked here. `today`: a dues
 * is overdue, and its year counted as unpaid for a founder (6.1-b), from the day after its due date. What was sent again counts
 * from the day when it could be received: one that failed in its turn counts for nothing. A mail counts from
 * the Paris day on which a server accepted it; in a demonstration without a server, where it is kept to be read, from its step.
 */
export async function ladderFacts(tx: Tx, duesIds: string[], today: string): Promise<LadderRow[]> {
  if (duesIds.length === 0) return []
  const leaving = mailLeaving()
  const rows = await tx.$queryRaw<Row[]>`
    with failing as (
      select o."duesId", count(*)::int as count
        from ${SENDINGS} o join "Mail" x on x.id = o."mailId" and ${NOT_DELIVERED}
       where o."duesId" = any(${duesIds}::uuid[]) and not exists (select 1 from "DuesRepost" q where q."failedMailId" = x.id)
       group by 1),
    sent as (
      select o."duesId", (count(*) filter (where x.state = 'QUEUED'))::int as waiting,
             max((x."sentAt" at time zone 'Europe/Paris')::date) filter (where x.state in ('ACCEPTED', 'BOUNCED')) as accepted
        from ${SENDINGS} o join "Mail" x on x.id = o."mailId"
       where o."duesId" = any(${duesIds}::uuid[]) and not exists (select 1 from "DuesRepost" q where q."failedMailId" = x.id)
       group by 1),
    replied as (
      select o."duesId", count(*)::int as count
        from ${SENDINGS} o join "ReturnedMail" r on r."mailId" = o."mailId" and r.state = 'WAITING'
       where o."duesId" = any(${duesIds}::uuid[]) group by 1),
    again as (
      select q."duesId", max(q."on") filter (where x.id is null) as received, max(q."on") filter (where q.stage = e.stage) as latest
        from "DuesRepost" q join "Dues" e on e.id = q."duesId" left join "Mail" x on x.id = q."mailId" and ${NOT_DELIVERED}
       where q."duesId" = any(${duesIds}::uuid[]) group by 1)
    select d.id, d."memberId", d."periodId", p.year, to_char(m."leftOn", 'YYYY-MM-DD') as "leftOn",
           to_char(d."openedOn", 'YYYY-MM-DD') as "openedOn", to_char(d."dueOn", 'YYYY-MM-DD') as "dueOn",
           p."calledAt" is not null as "periodCalled", d."amountCents" - d."paidCents" as "owedCents",
           d."closedAs"::text as "closedAs", d.stage, to_char(d."stageOn", 'YYYY-MM-DD') as "stageOn",
           to_char(d."reopenedOn", 'YYYY-MM-DD') as "reopenedOn", l.id is not null as letter,
           to_char(l."depositedOn", 'YYYY-MM-DD') as "depositedOn", to_char(l."presentedOn", 'YYYY-MM-DD') as "presentedOn",
           m.category = 'founder' as founder,
           case when m.category = 'founder' then (
             select count(*) from "Dues" u
              where u."memberId" = d."memberId" and u."settledOn" is null and u."dueOn" < ${today}::date
                and (u."closedAs" is null or u."closedAs" = 'KEPT'))::int
           else 0 end as "unpaidYears",
           coalesce(f.count, 0) as undelivered, coalesce(u.count, 0) as unread,
           case when ${leaving === 'demo'} then 0 else coalesce(t.waiting, 0) end as "waitingMails",
           to_char(t.accepted, 'YYYY-MM-DD') as "acceptedOn", to_char(g.received, 'YYYY-MM-DD') as "repostedOn",
           to_char(g.latest, 'YYYY-MM-DD') as "lastAgainOn"
      from "Dues" d
      join "DuesPeriod" p on p.id = d."periodId"
      join "Member" m on m.id = d."memberId"
      left join failing f on f."duesId" = d.id
      left join sent t on t."duesId" = d.id
      left join replied u on u."duesId" = d.id
      left join again g on g."duesId" = d.id
      left join "RegisteredLetter" l on l.kind = 'dues-formal-notice' and l."subjectId" = d.id
     where d.id = any(${duesIds}::uuid[]) order by d.id`
  const inSight = await moneyInSight(tx, duesIds, today)
  return rows.map(({ stage, stageOn, letter, depositedOn, presentedOn, ...row }) => ({
    ...row,
    mailServer: leaving === 'leaves',
    inSight: inSight.get(row.id) ?? [],
    last: stage !== null && stageOn !== null ? { stage: readStage(stage), on: stageOn } : null,
    notice: letter ? { depositedOn, presentedOn } : null,
  }))
}
