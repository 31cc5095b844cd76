import { Prisma } from '~/generated/prisma/client'
import { searchWords } from '~/members/folding'
import type { BoardFilters, BoardStage } from './filters'

const open = Prisma.sql`d."closedAs" is null`
const at = (from: number, to: number) => Prisma.sql`${open} and d."stageRank" between ${from} and ${to}`

/** One group of the board as a condition on "Dues" d. The ranks are those of the steps. */
export const STAGE_CONDITIONS: Record<Exclude<BoardStage, ''>, Prisma.Sql> = {
  reglees: Prisma.sql`d."closedAs" = 'SETTLED'`,
  'a-appeler': at(0, 9),
  appelees: at(10, 19),
  echues: at(20, 100),
  rappels: at(101, 999),
  lettre: at(1000, 1009),
  delai: at(1010, 1019),
  'ordre-du-jour': at(1020, 1029),
  decidees: Prisma.sql`d."closedAs" in ('REMOVED', 'KEPT', 'LEFT')`,
}

/** The rows of the board: those that are open unless a group is asked for. On "Dues" d and "Member" m. */
export function whereBoard({ etape, q }: BoardFilters, periodId: string): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`d."periodId" = ${periodId}::uuid`,
      etape === '' ? (q === '' ? open : Prisma.sql`true`) : STAGE_CONDITIONS[etape],
      ...searchWords(q).map(matching),
    ],
    ' and ',
  )
}

const REFERENCE = /^c\d{4}|^\d{5}$/

/** A word of a name, or the beginning or the end of a reference: « C2027 », « 00042 ». */
function matching(word: string): Prisma.Sql {
  const name = Prisma.sql`m."searchText" like ${`%${word}%`}`
  if (!REFERENCE.test(word)) return name
  return Prisma.sql`(${name} or lower(d.reference) like ${`${word}%`} or lower(d.reference) like ${`%${word}`})`
}
