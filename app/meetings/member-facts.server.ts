import type { Body } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import type { MemberFacts } from '~/statutes/voting-rights'

/** Before any meeting: for a member from whom no dues are asked that year. */
const NOTHING_OWED = '1900-01-01'

export type MeetingMember = MemberFacts & { label: string; duesSettledOn: string | null }

type Row = {
  id: string
  label: string
  category: string
  admitted: string
  born: string | null
  owes: boolean
  settledOn: string | null
  suspended: boolean
  president: boolean
}

/**
 * What the rules must know of each member on a meeting's day, in the order of names: dues of that civil year (nothing is
 * owed while they are not set), suspension and President's mandate on that day. For a Bureau meeting, the holders of a
 * Bureau mandate alone (8.1-a); else everybody who is still a member then.
 */
export async function memberFacts(tx: Tx, meeting: { body: Body; date: string }): Promise<MeetingMember[]> {
  const { body, date } = meeting
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m."id", m."label", m."category",
           to_char(m."admittedOn", 'YYYY-MM-DD') AS "admitted", to_char(m."bornOn", 'YYYY-MM-DD') AS "born",
           coalesce(d."amountCents", 0) > 0 AS "owes",
           to_char(d."settledOn", 'YYYY-MM-DD') AS "settledOn",
           coalesce(m."suspendedFrom" <= ${date}::date AND coalesce(m."suspendedUntil", 'infinity') >= ${date}::date, false) AS "suspended",
           EXISTS (SELECT 1 FROM "Mandate" x WHERE x."memberId" = m."id" AND x."office" = 'president'
                     AND x."from" <= ${date}::date AND coalesce(x."endedOn", 'infinity') > ${date}::date) AS "president"
      FROM "Member" m
      LEFT JOIN "DuesPeriod" p ON p."year" = extract(year FROM ${date}::date)
      LEFT JOIN "Dues" d ON d."memberId" = m."id" AND d."periodId" = p."id"
     WHERE coalesce(m."leftOn", 'infinity') > ${date}::date
       AND (${body}::text <> 'bureau' OR EXISTS (
             SELECT 1 FROM "Mandate" x WHERE x."memberId" = m."id"
                AND x."from" <= ${date}::date AND coalesce(x."endedOn", 'infinity') > ${date}::date))
     ORDER BY m."sortName", m."id"`
  return rows.map(({ owes, settledOn, ...row }) => ({
    ...row,
    duesPaidOn: settledOn ?? (owes ? null : NOTHING_OWED),
    duesSettledOn: settledOn,
  }))
}
