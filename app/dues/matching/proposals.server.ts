import { Prisma } from '~/generated/prisma/client'
import type { Db, Tx } from '~/platform/db.server'
import { propose, type Known, type MatchableDues, type Proposal } from './propose'
import { compactReference, referenceCandidates, tellingWords } from '~/banking/references'

type Credit = { id: string; label: string; amountCents: number }
type Row = Omit<MatchableDues, 'compact' | 'words'> & { named: string }

const COLUMNS = Prisma.sql`
  d.id as "duesId", d.reference, p.year, d."memberId", m.label, d."amountCents" - d."paidCents" as "lackingCents",
  coalesce(m."legalName", concat_ws(' ', m."firstName", m."lastName")) as named`

/** What each of these credits most likely pays; those that say nothing are absent. Two statements whatever their number. */
export async function proposalsFor(db: Db | Tx, credits: readonly Credit[]): Promise<Map<string, Proposal>> {
  if (credits.length === 0) return new Map()
  const candidates = [...new Set(credits.flatMap(({ label }) => referenceCandidates(label)))]
  const sums = [...new Set(credits.map(({ amountCents }) => amountCents))]
  const rows = await db.$queryRaw<Row[]>`
    with owing as (
      select d."memberId", sum(d."amountCents" - d."paidCents") as total
        from "Dues" d where d."paidCents" < d."amountCents" group by d."memberId")
    select ${COLUMNS}
      from "Dues" d join "DuesPeriod" p on p.id = d."periodId" join "Member" m on m.id = d."memberId"
      left join owing o on o."memberId" = d."memberId"
     where replace(d.reference, '-', '') = any(${candidates})
        or (d."paidCents" < d."amountCents" and (d."amountCents" - d."paidCents" = any(${sums}) or o.total = any(${sums})))
     order by p.year, d.reference`
  const known = knownDues(rows)
  return new Map(
    credits.flatMap((credit) => {
      const found = propose(credit, known)
      return found ? [[credit.id, found] as const] : []
    }),
  )
}

/** These dues as credits are compared with them. */
export function knownDues(rows: readonly Row[]): Known {
  const dues = rows.map(({ named, ...row }) => ({
    ...row,
    compact: compactReference(row.reference),
    words: tellingWords(named),
  }))
  return { byReference: new Map(dues.map((each) => [each.compact, each])), byWord: indexByWord(dues) }
}

/** These dues by id. */
export function matchable(tx: Tx, duesIds: string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select ${COLUMNS} from "Dues" d join "DuesPeriod" p on p.id = d."periodId" join "Member" m on m.id = d."memberId"
     where d.id = any(${duesIds}::uuid[])`
}

function indexByWord(dues: readonly MatchableDues[]): Map<string, MatchableDues[]> {
  const index = new Map<string, MatchableDues[]>()
  for (const each of dues) {
    // one word is enough to come upon it: the longest, which few share
    const word = each.words.toSorted((a, b) => b.length - a.length)[0]
    if (word) index.set(word, [...(index.get(word) ?? []), each])
  }
  return index
}
