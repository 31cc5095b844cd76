import { statutesInForce } from '~/association/in-force.server'
import { Prisma } from '~/generated/prisma/client'
import type { MemberKind } from '~/generated/prisma/enums'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import type { Statutes } from '~/statutes/schema'
import { whereMembers } from '../register/list/where.server'
import type { MemberFilters } from '../register/list/filters'
import type { PageKey } from '../register/list/page-key'
import { membershipOf } from '../register/membership-rows'
import { stateOn, STATE_LABELS } from '../register/member-state'
import { LEAVING_WORDS } from '../register/leaving-words'
import { shortDate } from '~/ui/format'
import type { ExportRow } from './columns'
import { duesCells, ONE_PAYMENT, type DuesPaid } from './dues-cells'

const BATCH = 1_000

/** The members that the filters keep, batch by batch: memory does not grow with their number. */
export async function* exportRows(ctx: Context, filters: MemberFilters): AsyncGenerator<ExportRow[]> {
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(ctx.db, today)
  const where = whereMembers(filters, today, may(ctx.actor, 'members.write'))
  const keepsDues = may(ctx.actor, 'dues.manage')
  let key: PageKey | null = null
  for (;;) {
    const rows: Row[] = await batchAfter(ctx.db, where, key, Number(today.slice(0, 4)))
    if (rows.length > 0) yield rows.map((row) => exportRow(row, { statutes, today, keepsDues }))
    const last: Row | undefined = rows.at(-1)
    if (!last || rows.length < BATCH) return
    key = { sortName: last.sortName, id: last.id }
  }
}

type Text = string | null
type Row = PageKey &
  Parameters<typeof membershipOf>[0] &
  DuesPaid & {
    kind: MemberKind
    number: number
    civility: Text
    lastName: Text
    firstName: Text
    legalName: Text
    email: Text
    phone: Text
    street: Text
    postcode: Text
    town: Text
    profession: Text
    rpps: Text
    finess: Text
    siret: Text
    convocationConsentOn: Date | null
    leaving: keyof typeof LEAVING_WORDS | null
  }

/** Bodies carry the name of their legal representative; the dues are those of the latest year set, up to this one. */
function batchAfter(db: Db, where: Prisma.Sql, key: PageKey | null, year: number): Promise<Row[]> {
  const from = key ? Prisma.sql`and (m."sortName", m."id") > (${key.sortName}, ${key.id}::uuid)` : Prisma.empty
  return db.$queryRaw<Row[]>`
    select m."id", m."sortName", m."kind"::text as kind, m."number", coalesce(m."civility", r."civility") as civility,
           coalesce(m."lastName", r."lastName") as "lastName", coalesce(m."firstName", r."firstName") as "firstName", m."legalName",
           m."email", m."phone", m."street", m."postcode", m."town", m."profession", m."rpps", m."finess", m."siret", m."category",
           m."admittedOn", m."leftOn", m."suspendedFrom", m."suspendedUntil", m."convocationConsentOn",
           case when m."leftOn" is not null then (select e."kind"::text from "MemberEvent" e where e."memberId" = m."id" and e."on" = m."leftOn"
             and e."kind" in ('RESIGNED', 'EXCLUDED', 'REMOVED', 'DECEASED', 'DISSOLVED') order by e."recordedAt" desc limit 1) end as leaving,
           p."year", d."amountCents", d."paidCents", to_char(d."settledOn", 'YYYY-MM-DD') as "settledOn",
           o.method as "paidBy", o.cents as "oneCents", o.whole as "oneWhole", o.on as "oneOn", o.reference as "oneReference"
      from "Member" m
      left join "Representative" r on r."memberId" = m."id" and r."kind" = 'LEGAL' and r."until" is null
      left join "DuesPeriod" p on p."year" = (select max("year") from "DuesPeriod" where "year" <= ${year})
      left join "Dues" d on d."periodId" = p."id" and d."memberId" = m."id"
      left join lateral (${ONE_PAYMENT}) o on true
     where ${where} ${from} order by m."sortName", m."id" limit ${BATCH}`
}

const day = (date: Date | null) => (date ? shortDate(isoDate(date)) : '')

type Shown = { statutes: Statutes; today: string; keepsDues: boolean }

function exportRow(row: Row, { statutes, today, keepsDues }: Shown): ExportRow {
  const state = stateOn(membershipOf(row), today)
  return {
    numero: String(row.number),
    civilite: row.civility ?? '',
    nom: row.lastName ?? '',
    prenom: row.firstName ?? '',
    email: row.email ?? '',
    telephone: row.phone ?? '',
    adresse: row.street ?? '',
    code_postal: row.postcode ?? '',
    ville: row.town ?? '',
    profession: row.profession ?? '',
    rpps: row.rpps ?? '',
    structure: row.legalName ?? '',
    finess: row.finess ?? '',
    siret: row.siret ?? '',
    college: statutes.categories[row.category]?.label ?? row.category,
    statut: row.leaving ? LEAVING_WORDS[row.leaving] : STATE_LABELS[state],
    date_adhesion: day(row.admittedOn),
    date_fin: day(row.leftOn),
    ...duesCells(row, keepsDues),
    etape_relance: '',
    consentement: row.convocationConsentOn ? day(row.convocationConsentOn) : 'non',
  }
}
