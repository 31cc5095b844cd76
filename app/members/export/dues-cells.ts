import { Prisma } from '~/generated/prisma/client'
import type { PaymentMethod } from '~/generated/prisma/enums'
import { moneyInput, shortDate } from '~/ui/format'
import { LONGEST_REFERENCE, PAST_METHOD_WORDS, type PastMethod } from '../import/dues-cells'
import type { ExportRow } from './columns'

/** What the ledger says of the dues of one member; « one »: of the payment that alone brought money for them. */
export type DuesPaid = {
  year: number | null
  amountCents: number | null
  paidCents: number | null
  settledOn: string | null
  paidBy: PaymentMethod | null
  oneCents: number | null
  /** all that this payment meant for them came */
  oneWhole: boolean | null
  oneOn: string | null
  oneReference: string | null
}

/** The only payment whose money is in the dues « d »: no row when there is none, or when there are several. */
export const ONE_PAYMENT = Prisma.sql`
  select min(y.method::text) as method, min(a.cents)::int as cents, bool_and(l."amountCents" = a.cents) as whole,
         to_char(min(y."paidOn"), 'YYYY-MM-DD') as on, min(coalesce(y.reference, y."chequeNumber")) as reference
    from (select z."paymentId", sum(z."amountCents") as cents from "Allocation" z where z."duesId" = d.id
           group by z."paymentId" having sum(z."amountCents") > 0) a
    join "Payment" y on y.id = a."paymentId" join "PaymentLine" l on l."paymentId" = y.id and l."duesId" = d.id
  having count(*) = 1`

const METHODS: Record<PaymentMethod, string> = { ...PAST_METHOD_WORDS, CARD: 'carte', SEPA_DEBIT: 'prélèvement' }
const isPast = (method: PaymentMethod): method is PastMethod => method in PAST_METHOD_WORDS

type DuesCells = Pick<
  ExportRow,
  'cotisation_annee' | 'montant_du' | 'montant_regle' | 'date_reglement' | 'mode_reglement' | 'reference_reglement'
>

/**
 * The dues of a member as an import reads them back. Paid in full: the sum and the day, with the method and the reference of
 * the payment when it was one. Paid in part: the sum of the one payment, if an import may read it; several, or one on line,
 * fit no line and leave it empty. The reference, which often names who paid, is for whoever keeps the dues (12-a).
 */
export function duesCells(row: DuesPaid, keepsDues: boolean): DuesCells {
  if (row.year === null || row.amountCents === null) return cells({})
  const said = { cotisation_annee: String(row.year), montant_du: moneyInput(row.amountCents) }
  const one = row.paidBy && {
    mode_reglement: METHODS[row.paidBy],
    reference_reglement: keepsDues ? (row.oneReference ?? '').slice(0, LONGEST_REFERENCE) : '',
  }
  if (row.settledOn !== null)
    return cells({
      ...said,
      montant_regle: moneyInput(row.amountCents),
      date_reglement: shortDate(row.settledOn),
      ...one,
    })
  if (!row.paidCents) return cells({ ...said, montant_regle: moneyInput(0) })
  const readBack = row.paidBy && isPast(row.paidBy) && row.oneWhole && row.oneOn && row.oneCents
  if (!readBack) return cells(said)
  return cells({
    ...said,
    montant_regle: moneyInput(row.oneCents ?? 0),
    date_reglement: shortDate(row.oneOn ?? ''),
    ...one,
  })
}

const EMPTY: DuesCells = {
  cotisation_annee: '',
  montant_du: '',
  montant_regle: '',
  date_reglement: '',
  mode_reglement: '',
  reference_reglement: '',
}
const cells = (said: Partial<DuesCells>): DuesCells => ({ ...EMPTY, ...said })
