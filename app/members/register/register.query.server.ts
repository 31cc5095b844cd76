import { statutesInForce } from '~/association/in-force.server'
import type { MemberEventKind, MemberKind } from '~/generated/prisma/enums'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { categoryLabel, categoryList } from './category-label'
import { foldEvent, isMemberOn, isSuspendedOn, type Membership } from './fold-events'
import { eventOf } from './membership-rows'

type Row = {
  id: string
  number: number
  memberKind: MemberKind
  sortName: string
  profession: string | null
  town: string | null
  kind: MemberEventKind
  on: Date
  category: string | null
  until: Date | null
}

export type RegisterLine = {
  id: string
  number: number
  label: string
  profession: string | null
  town: string | null
  categoryLabel: string
  admittedOn: string
  suspended: boolean
}

/** Who was a member on a civil day, made of the events up to that day; names and places are those of today. */
export async function registerOn(ctx: Context, date: string) {
  const [{ statutes }, rows] = await Promise.all([
    statutesInForce(ctx.db, parisDate(ctx.now)),
    ctx.db.$queryRaw<Row[]>`
      select m.id, m.number, m.kind::text as "memberKind", m."sortName", m.profession, m.town, e.kind::text as kind, e."on", e.category, e.until
        from "Member" m join "MemberEvent" e on e."memberId" = m.id
       where e."on" <= ${date}::date order by m."sortName", m.id, e."on", e."recordedAt", e.id`,
  ])
  const label = (category: string) => categoryLabel(statutes, category)
  const lines = present(rows, date).map(({ row, membership }): RegisterLine => {
    const { id, number, profession, town } = row
    const suspended = isSuspendedOn(membership, date)
    return {
      id,
      number,
      profession,
      town,
      suspended,
      label: row.sortName,
      categoryLabel: label(membership.category),
      admittedOn: membership.admittedOn,
    }
  })
  const counts = categoryList(statutes).map(({ label }) => ({
    label,
    count: lines.filter((line) => line.categoryLabel === label).length,
  }))
  return { date, lines, counts: counts.filter(({ count }) => count > 0) }
}

/** Rows come member by member, each in the order of its events. */
function present(rows: readonly Row[], date: string): { row: Row; membership: Membership }[] {
  const found: { row: Row; membership: Membership }[] = []
  let state: Membership | null = null
  rows.forEach((row, index) => {
    const event = eventOf(row)
    state = foldEvent(rows[index - 1]?.id === row.id ? state : null, event)
    const last = rows[index + 1]?.id !== row.id
    if (last && state && isMemberOn(state, date)) found.push({ row, membership: state })
  })
  return found
}
