import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { addMonths, addYears } from '~/statutes/civil-date'
import { RETENTION, retentionOf, type RetentionPlan } from '~/statutes/retention'

type Row = {
  id: string
  leftOn: Date
  contactErasedOn: Date | null
  anonymisedOn: Date | null
  lastMandateEndedOn: Date | null
  debt: boolean
  letterWithoutProof: boolean
  openCase: boolean
}

/** The leavers whose data may have to go today, by what must be done. */
export async function dueLeavers(ctx: SystemContext): Promise<{ contact: string[]; name: string[] }> {
  const today = parisDate(ctx.now)
  const rows = await leaverRows(ctx.db, today, null)
  const due = (what: RetentionPlan['due']) => rows.flatMap((row) => (planOf(row, today).due === what ? row.id : []))
  return { contact: due('contact'), name: due('name') }
}

/** What becomes of the data of one leaver, judged again in the transaction that acts; null when he is no leaver. */
export async function leaverPlan(tx: Db | Tx, memberId: string, today: string): Promise<RetentionPlan | null> {
  const [row] = await leaverRows(tx, today, memberId)
  return row ? planOf(row, today) : null
}

const iso = (date: Date | null) => date && isoDate(date)

const planOf = (row: Row, today: string): RetentionPlan =>
  retentionOf(
    {
      ...row,
      leftOn: isoDate(row.leftOn),
      contactErasedOn: iso(row.contactErasedOn),
      anonymisedOn: iso(row.anonymisedOn),
      lastMandateEndedOn: iso(row.lastMandateEndedOn),
    },
    today,
  )

/**
 * `debt`: dues that are not settled and fell due less than `nameYears` ago, claims kept no longer than that. A letter waits for
 * its proof until it was presented.
 */
function leaverRows(tx: Db | Tx, today: string, memberId: string | null): Promise<Row[]> {
  const gone = dateColumn(memberId === null ? addMonths(today, -RETENTION.contactMonths) : today)
  const claims = dateColumn(addYears(today, -RETENTION.nameYears))
  return tx.$queryRaw<Row[]>`
    select m.id, m."leftOn", m."contactErasedOn", m."anonymisedOn",
           (select max(coalesce(s."endedOn", ${dateColumn(today)}::date)) from "Mandate" s where s."memberId" = m.id) as "lastMandateEndedOn",
           exists (select 1 from "Dues" d where d."memberId" = m.id and d."settledOn" is null and d."amountCents" > 0
                      and d."dueOn" > ${claims}::date) as debt,
           exists (select 1 from "RegisteredLetter" l where l."memberId" = m.id and l."presentedOn" is null) as "letterWithoutProof",
           exists (select 1 from "DisciplinaryCase" c where c."memberId" = m.id
                      and (c.state in ('DRAFT', 'NOTIFIED', 'DEFERRED')
                        or (c."appealedOn" is not null and c."appealOutcome" is null))) as "openCase"
      from "Member" m
     where m."leftOn" <= ${gone}::date and m."anonymisedOn" is null
       and (${memberId}::uuid is null or m.id = ${memberId}::uuid)
     order by m.id`
}
