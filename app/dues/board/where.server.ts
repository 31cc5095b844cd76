import { Prisma, type DuesClosing } from '~/generated/prisma/client'
import { searchWords } from '~/platform/folding'
import { toSendAgain, UNDELIVERED } from '../ladder/undelivered.server'
import type { BoardFilters, BoardStage } from './filters'

const open = Prisma.sql`d."closedAs" is null`

type Place = { closedAs: DuesClosing[] } | { from: number; to: number }

/** Where the dues of each group stand: closed in one of these ways, or open between two ranks of the steps. */
export const PLACES: Record<Exclude<BoardStage, ''>, Place> = {
  reglees: { closedAs: ['SETTLED'] },
  'a-appeler': { from: 0, to: 9 },
  appelees: { from: 10, to: 19 },
  echues: { from: 20, to: 100 },
  rappels: { from: 101, to: 999 },
  lettre: { from: 1000, to: 1009 },
  delai: { from: 1010, to: 1019 },
  'ordre-du-jour': { from: 1020, to: 1029 },
  decidees: { closedAs: ['REMOVED', 'KEPT', 'LEFT'] },
}

function standing(group: Exclude<BoardStage, ''>): Prisma.Sql {
  const place = PLACES[group]
  return 'closedAs' in place
    ? Prisma.sql`d."closedAs" = any(${place.closedAs}::"DuesClosing"[])`
    : Prisma.sql`${open} and d."stageRank" between ${place.from} and ${place.to}`
}

/** The rows of the board: those that are open unless a group is asked for. On "Dues" d and "Member" m. */
export function whereBoard({ etape, envoi, q }: BoardFilters, periodId: string): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`d."periodId" = ${periodId}::uuid`,
      etape === '' ? (q === '' || envoi !== '' ? open : Prisma.sql`true`) : standing(etape),
      ...(envoi === '' ? [] : [Prisma.sql`d.id in (select s."duesId" from ${UNDELIVERED} where ${toSendAgain()})`]),
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
