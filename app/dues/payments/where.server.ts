import { Prisma } from '~/generated/prisma/client'
import { searchWords } from '~/platform/folding'
import type { PaymentFilters } from './filters'

/** The condition of the list on "Payment" p. Pages opened and left without paying are shown only when asked for. */
export function wherePayments({ q, mode, etat, du, au }: PaymentFilters): Prisma.Sql {
  const day = Prisma.sql`coalesce(p."paidOn", (p."createdAt" at time zone 'Europe/Paris')::date)`
  const conditions = [
    etat ? Prisma.sql`p.state = ${etat}::"PaymentState"` : Prisma.sql`p.state not in ('OPEN', 'EXPIRED')`,
    ...(mode ? [Prisma.sql`p.method = ${mode}::"PaymentMethod"`] : []),
    ...(du ? [Prisma.sql`${day} >= ${du}::date`] : []),
    ...(au ? [Prisma.sql`${day} <= ${au}::date`] : []),
    ...searchWords(q).map(wordCondition),
  ]
  return Prisma.join(conditions, ' and ')
}

/** Folded words hold no % and no _: they go into LIKE as they are. */
function wordCondition(word: string): Prisma.Sql {
  const like = `%${word}%`
  return Prisma.sql`(fold_text(concat_ws(' ', p."payerName", p.reference, p."chequeNumber", p."chequeBank")) like ${like}
    or exists (select 1 from "PaymentLine" l join "Dues" d on d.id = l."duesId" join "Member" m on m.id = d."memberId"
                where l."paymentId" = p.id and (m."searchText" like ${like} or lower(d.reference) like ${like})))`
}
