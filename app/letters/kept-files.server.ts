import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { may, POWERS, sitsInBureau } from '~/platform/permissions'

/** A disciplinary file: its key, and the members whom it involves (the member concerned, those recused). */
export type File = { key: string; named: readonly string[] }

/** The disciplinary file of a case: keyed by it. */
export const fileOf = (found: { id: string; memberId: string; recusals: { memberId: string }[] }): File => ({
  key: found.id,
  named: [found.memberId, ...found.recusals.map(({ memberId }) => memberId)],
})

/**
 * 6.4-a: which of these files the actor keeps today. Nobody keeps one that involves him, or a member for whom he speaks. Those
 * who hold the power keep the others; where it involves all of them, the other officers of the Bureau in office do.
 */
export async function keptFiles(db: Db | Tx, ctx: Context, files: readonly File[]): Promise<Set<string>> {
  const holds = may(ctx.actor, 'discipline.manage')
  if (files.length === 0 || !(holds || sitsInBureau(ctx.actor))) return new Set()
  const named = files.flatMap(({ key, named }) => named.map((memberId) => ({ key, memberId })))
  const rows = await db.$queryRaw<{ key: string }[]>`
    with day as (select ${parisDate(ctx.now)}::date as d),
    named as (
      select * from unnest(${named.map(({ key }) => key)}::text[], ${named.map(({ memberId }) => memberId)}::uuid[]) as n("key", "memberId")),
    voice as (
      select m."id" as "memberId", m."accountId", true as "sits" from "Member" m where m."accountId" is not null
      union all
      select r."memberId", r."accountId", r."kind" = 'LEGAL' from "Representative" r, day
       where r."accountId" is not null and r."from" <= d and (r."until" is null or r."until" >= d)),
    involved as (select distinct n."key", v."accountId" from named n join voice v on v."memberId" = n."memberId"),
    holder as (
      select distinct v."accountId" from "Mandate" m
        join voice v on v."memberId" = m."memberId" and v."sits" join "Member" x on x."id" = m."memberId", day
       where m."office" = any(${[...POWERS['discipline.manage'].offices]})
         and m."from" <= d and (m."endedOn" is null or m."endedOn" > d)
         and not coalesce(x."suspendedFrom" <= d and coalesce(x."suspendedUntil", 'infinity') >= d, false))
    select distinct n."key" from named n
     where not exists (
             select 1 from involved i where i."key" = n."key" and i."accountId" = ${ctx.actor.accountId}::uuid)
       and (${holds} or not exists (
             select 1 from holder h where not exists (
               select 1 from involved i where i."key" = n."key" and i."accountId" = h."accountId")))`
  return new Set(rows.map(({ key }) => key))
}
