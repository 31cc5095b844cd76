import type { Db, Tx } from '~/platform/db.server'

export type ActingRow = {
  memberId: string
  label: string
  category: string
  as: 'self' | 'representative'
  quality: string | null
}
export type HeldRow = { office: string; memberId: string }
export type LentRow = { office: string; kind: 'DELEGATION' | 'REPLACEMENT'; powers: string[] }
export type Rights = { acting: ActingRow[]; held: HeldRow[]; lent: LentRow[]; staff: boolean }

/**
 * What an account may speak for and hold on a civil day 'YYYY-MM-DD', in one statement: it runs with every page.
 * A legal person holds its offices through its legal representative, not through a substitute (6.2-d). A delegation
 * serves an officer or an employee, while the mandate that gave it lasts or is replaced (9.1-d); a replacement serves a
 * vice-president until the office has a new holder, although the mandate replaced may have ended (10-a). An end term that
 * has passed ends nothing by itself: the officer stays until the assembly elects. A suspension suspends the seat, and what it
 * lent, without ending it (6.4-c).
 */
export async function rightsOn(db: Db | Tx, accountId: string, today: string): Promise<Rights> {
  const [row] = await db.$queryRaw<Rights[]>`
    with day as (select ${today}::date as d),
    acting as (
      select m."id" as "memberId", m."label", m."category", 'self' as "as", null as "quality",
             not coalesce(m."suspendedFrom" <= d and coalesce(m."suspendedUntil", 'infinity') >= d, false) as "holds"
        from "Member" m, day
       where m."accountId" = ${accountId}::uuid and (m."leftOn" is null or m."leftOn" > d)
      union all
      select m."id", m."label", m."category", 'representative',
             r."quality" || case r."kind" when 'LEGAL' then ', représentation légale' else ', par mandat' end,
             r."kind" = 'LEGAL' and not coalesce(m."suspendedFrom" <= d and coalesce(m."suspendedUntil", 'infinity') >= d, false)
        from "Representative" r join "Member" m on m."id" = r."memberId", day
       where r."accountId" = ${accountId}::uuid and r."from" <= d and (r."until" is null or r."until" >= d)
         and (m."leftOn" is null or m."leftOn" > d)),
    mandate as (
      select m.* from "Mandate" m join "Member" x on x."id" = m."memberId", day
       where m."from" <= d and (m."endedOn" is null or m."endedOn" > d)
         and not coalesce(x."suspendedFrom" <= d and coalesce(x."suspendedUntil", 'infinity') >= d, false)),
    staff as (
      select 1 from "Staff" s, day
       where s."accountId" = ${accountId}::uuid and s."from" <= d and (s."until" is null or s."until" >= d)),
    held as (select m."office", a."memberId" from mandate m join acting a on a."memberId" = m."memberId" and a."holds"),
    loan as (
      select g.* from "Delegation" g, day
       where g."startsOn" <= d and (g."endsOn" is null or g."endsOn" >= d) and (g."revokedOn" is null or g."revokedOn" > d)),
    replacement as (
      select g.*, m."office" from loan g join "Mandate" m on m."id" = g."mandateId"
       where g."kind" = 'REPLACEMENT'
         and not exists (select 1 from mandate n where n."office" = m."office" and n."id" <> m."id")),
    lent as (
      select r."office", r."kind", r."powers" from replacement r
       where r."toAccountId" = ${accountId}::uuid and exists (select 1 from held where held."office" = 'vice-president')
      union all
      select m."office", g."kind", g."powers" from loan g join "Mandate" m on m."id" = g."mandateId"
       where g."kind" = 'DELEGATION' and g."toAccountId" = ${accountId}::uuid
         and (exists (select 1 from staff) or exists (select 1 from held))
         and (exists (select 1 from mandate n where n."id" = m."id")
           or exists (select 1 from replacement r where r."mandateId" = m."id")))
    select
      (select coalesce(json_agg(json_build_object('memberId', "memberId", 'label', "label", 'category', "category", 'as', "as",
         'quality', "quality") order by "as" desc, "label"), '[]') from acting) as "acting",
      (select coalesce(json_agg(json_build_object('office', "office", 'memberId', "memberId")), '[]') from held) as "held",
      (select coalesce(json_agg(json_build_object('office', "office", 'kind', "kind", 'powers', "powers")), '[]') from lent) as "lent",
      exists (select 1 from staff) as "staff"`
  return row ?? { acting: [], held: [], lent: [], staff: false }
}
