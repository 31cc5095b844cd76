import { Prisma } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { notFound } from '~/platform/refusal'
import { searchWords } from '~/platform/folding'
import { letterKind } from './kinds'
import { handledLetters } from './letter-access.server'
import type { LetterFilters } from './letter-filters'

const PAGE = 50

type Row = {
  id: string
  memberId: string
  kind: string
  label: string
  writtenOn: Date
  depositedOn: Date | null
  presentedOn: Date | null
  receivedOn: Date | null
  returnedOn: Date | null
  returnReason: string | null
  postalNumber: string | null
  explained: boolean
}

/** One page of the letters that the actor handles, the latest first; pages by key. 404 for whoever handles none. */
export async function letterListPage(ctx: Context, filters: LetterFilters, after: string | null) {
  const { kinds, ids } = await handledLetters(ctx.db, ctx)
  if (kinds.length === 0 && ids.length === 0 && !may(ctx.actor, 'discipline.manage')) throw notFound()
  const handled = Prisma.sql`(l.kind = any(${kinds}) or l.id = any(${ids}::uuid[]))`
  const conditions = [
    handled,
    STATES[filters.etat],
    ...searchWords(filters.q).map(
      (word) => Prisma.sql`(m."searchText" like ${`%${word}%`} or fold_text(l."postalNumber") like ${`%${word}%`})`,
    ),
    ...(after ? [Prisma.sql`l.id < ${after}::uuid`] : []),
  ]
  const [counts, rows] = await Promise.all([
    countStates(ctx, handled),
    ctx.db.$queryRaw<Row[]>`
      select l.id, l."memberId", l.kind, m.label, l."writtenOn", l."depositedOn", l."presentedOn", l."receivedOn",
             l."returnedOn", l."returnReason", l."postalNumber",
             exists (select 1 from "Explanation" e where e."letterId" = l.id) as explained
        from "RegisteredLetter" l join "Member" m on m.id = l."memberId"
       where ${Prisma.join(conditions, ' and ')} order by l.id desc limit ${PAGE + 1}`,
  ])
  const lines = rows.slice(0, PAGE).map(lineOf)
  return { lines, counts, nextKey: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null }
}

const over = Prisma.sql`(l."receivedOn" is not null or l."returnedOn" is not null)`
const STATES: Record<LetterFilters['etat'], Prisma.Sql> = {
  'a-poster': Prisma.sql`l."depositedOn" is null`,
  'en-cours': Prisma.sql`l."depositedOn" is not null and not ${over}`,
  terminees: Prisma.sql`${over}`,
}

async function countStates(ctx: Context, handled: Prisma.Sql) {
  const [row] = await ctx.db.$queryRaw<{ toPost: number; toPrint: number; underWay: number; over: number }[]>`
    select count(*) filter (where l."depositedOn" is null)::int as "toPost",
           count(*) filter (where l."depositedOn" is null and l.channel = 'POSTAL')::int as "toPrint",
           count(*) filter (where ${over})::int as over,
           count(*) filter (where l."depositedOn" is not null and not ${over})::int as "underWay"
      from "RegisteredLetter" l where ${handled}`
  return row ?? { toPost: 0, toPrint: 0, underWay: 0, over: 0 }
}

const day = (value: Date | null) => value && isoDate(value)

function lineOf(row: Row) {
  const { id, label, kind, returnReason, postalNumber, explained } = row
  return {
    id,
    label,
    kind: letterKind(kind).label,
    writtenOn: isoDate(row.writtenOn),
    depositedOn: day(row.depositedOn),
    presentedOn: day(row.presentedOn),
    receivedOn: day(row.receivedOn),
    returnedOn: day(row.returnedOn),
    returnReason,
    postalNumber,
    explained,
  }
}

export type LetterLine = ReturnType<typeof lineOf>
