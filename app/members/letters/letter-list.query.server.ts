import { Prisma } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { searchWords } from '../folding'
import { letterKind } from './kinds'
import { handles, ownKinds } from './letter-access.server'
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

/** One page of the letters that the actor handles, the latest first; pages by key. */
export async function letterListPage(ctx: Context, filters: LetterFilters, after: string | null) {
  const kinds = ownKinds(ctx)
  const conditions = [
    Prisma.sql`l.kind = any(${kinds})`,
    STATES[filters.etat],
    ...searchWords(filters.q).map(
      (word) => Prisma.sql`(m."searchText" like ${`%${word}%`} or lower(l."postalNumber") like ${`%${word}%`})`,
    ),
    ...(after ? [Prisma.sql`l.id < ${after}::uuid`] : []),
  ]
  const [counts, rows] = await Promise.all([
    countStates(ctx, kinds),
    ctx.db.$queryRaw<Row[]>`
      select l.id, l."memberId", l.kind, m.label, l."writtenOn", l."depositedOn", l."presentedOn", l."receivedOn",
             l."returnedOn", l."returnReason", l."postalNumber",
             exists (select 1 from "Explanation" e where e."letterId" = l.id) as explained
        from "RegisteredLetter" l join "Member" m on m.id = l."memberId"
       where ${Prisma.join(conditions, ' and ')} order by l.id desc limit ${PAGE + 1}`,
  ])
  const lines = rows
    .slice(0, PAGE)
    .filter((row) => handles(ctx, row))
    .map(lineOf)
  return { lines, counts, nextKey: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null }
}

const over = Prisma.sql`(l."receivedOn" is not null or l."returnedOn" is not null)`
const STATES: Record<LetterFilters['etat'], Prisma.Sql> = {
  'a-poster': Prisma.sql`l."depositedOn" is null`,
  'en-cours': Prisma.sql`l."depositedOn" is not null and not ${over}`,
  terminees: Prisma.sql`${over}`,
}

async function countStates(ctx: Context, kinds: string[]) {
  const [row] = await ctx.db.$queryRaw<{ toPost: number; underWay: number; over: number }[]>`
    select count(*) filter (where l."depositedOn" is null)::int as "toPost",
           count(*) filter (where ${over})::int as over,
           count(*) filter (where l."depositedOn" is not null and not ${over})::int as "underWay"
      from "RegisteredLetter" l where l.kind = any(${kinds})`
  return row ?? { toPost: 0, underWay: 0, over: 0 }
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
