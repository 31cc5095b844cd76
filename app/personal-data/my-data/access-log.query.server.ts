import { z } from 'zod'
import { Prisma } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { searchWords } from '~/platform/folding'
import { ACCESS_CHOICES, accessLabel } from '~/platform/data-access'

const PAGE = 50

const filters = z.object({
  q: z.string().trim().max(100).catch(''),
  nature: z.string().max(40).catch(''),
  du: z.iso.date().or(z.literal('')).catch(''),
  au: z.iso.date().or(z.literal('')).catch(''),
  avant: z.string().regex(/^\d{1,18}$/).nullable().catch(null),
}) // prettier-ignore

export type AccessFilters = z.output<typeof filters>
export type AccessLine = {
  id: string
  at: string
  who: string
  as: string
  what: string
  whose: string | null
  memberId: string | null
}

const seenAs = z.object({ as: z.string() }).catch({ as: '' })
type Row = {
  id: bigint
  at: Date
  kind: string
  details: unknown
  who: string
  whose: string | null
  memberId: string | null
}

/** Who saw or exported personal data, the latest first; searched by the name of either, by kind and by day. Pages by key. */
export async function accessLog(ctx: Context, search: URLSearchParams) {
  const asked = filters.parse({
    q: search.get('q') ?? '',
    nature: search.get('nature') ?? '',
    du: search.get('du') ?? '',
    au: search.get('au') ?? '',
    avant: search.get('avant'),
  })
  const rows = await ctx.db.$queryRaw<Row[]>`
    select a.id, a.at, a.kind, a.details, b.name as who, m.label as whose, a."memberId"
      from "PersonalDataAccess" a join "Account" b on b.id = a."seenById" left join "Member" m on m.id = a."memberId"
     where ${where(asked)} order by a.id desc limit ${PAGE + 1}`
  const lines = rows.slice(0, PAGE).map(({ id, at, kind, details, who, whose, memberId }): AccessLine => ({
    id: String(id),
    at: at.toISOString(),
    who,
    as: seenAs.parse(details).as,
    what: accessLabel(kind),
    whose,
    memberId,
  }))
  const { avant: _, ...kept } = asked
  return {
    lines,
    filters: kept,
    next: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null,
    first: asked.avant === null,
    kinds: ACCESS_CHOICES,
  }
}

function where({ q, nature, du, au, avant }: AccessFilters): Prisma.Sql {
  const conditions = [
    ...(avant ? [Prisma.sql`a.id < ${BigInt(avant)}`] : []),
    ...searchWords(q).map((word) => Prisma.sql`fold_text(concat_ws(' ', b.name, m.label)) like ${`%${word}%`}`),
    ...(nature ? [Prisma.sql`a.kind = ${nature}`] : []),
    ...(du ? [Prisma.sql`(a.at at time zone 'Europe/Paris')::date >= ${du}::date`] : []),
    ...(au ? [Prisma.sql`(a.at at time zone 'Europe/Paris')::date <= ${au}::date`] : []),
  ]
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' and ')
}
