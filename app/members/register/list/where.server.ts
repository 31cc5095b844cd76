import { Prisma } from '~/generated/prisma/client'
import { searchWords } from '~/platform/folding'
import type { MemberFilters } from './filters'

/**
 * The condition of the list on "Member" m. Leavers are seen by whoever keeps the register only (`leavers`), and by nobody once they
 * have no name. Folded words hold no % and no _: they go into LIKE as they are.
 */
export function whereMembers(filters: MemberFilters, today: string, leavers: boolean): Prisma.Sql {
  const conditions = [
    leavers ? Prisma.sql`m."anonymisedOn" is null` : Prisma.sql`(m."leftOn" is null or m."leftOn" > ${today}::date)`,
    ...searchWords(filters.q).map((word) => Prisma.sql`m."searchText" like ${`%${word}%`}`),
    ...stateCondition(filters.etat, today),
    ...(filters.categorie ? [Prisma.sql`m."category" = ${filters.categorie}`] : []),
    ...(filters.genre
      ? [filters.genre === 'structure' ? Prisma.sql`m."kind" = 'BODY'` : Prisma.sql`m."kind" = 'PERSON'`]
      : []),
    ...(filters.accord ? [Prisma.sql`m."convocationConsentOn" is null`] : []),
  ]
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' and ')
}

function stateCondition(state: MemberFilters['etat'], today: string): Prisma.Sql[] {
  if (state === 'tous') return []
  if (state === 'parti') return [Prisma.sql`m."leftOn" is not null and m."leftOn" <= ${today}::date`]
  const present = Prisma.sql`(m."leftOn" is null or m."leftOn" > ${today}::date)`
  if (state === '') return [present]
  return [
    present,
    Prisma.sql`m."suspendedFrom" is not null and m."suspendedFrom" <= ${today}::date and (m."suspendedUntil" is null or m."suspendedUntil" >= ${today}::date)`,
  ]
}
