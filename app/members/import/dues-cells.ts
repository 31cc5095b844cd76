import { centsOf } from '~/platform/cents'
import { EMPTY, type Cell } from '~/platform/spreadsheet/cells/cell'
import { fold } from '~/platform/folding'
import type { Field } from './column-names'
import type { Cells } from './line-parts'

type DuesField = Extract<Field, `dues${string}`>

/** How money came before: what a person enters by hand, never what is paid on line. */
export type PastMethod = 'TRANSFER' | 'CHEQUE' | 'CASH'

export const PAST_METHOD_WORDS: Record<PastMethod, string> = {
  TRANSFER: 'virement',
  CHEQUE: 'chèque',
  CASH: 'espèces',
}

/** Money that came before the dues were kept here; cents null: all that is asked of the member. */
export type PastPayment = { cents: number | null; on: string; method: PastMethod; reference: string | null }

/** What a line says of the dues of one year: nothing (`year` null), owed, or paid. */
export type DuesCells = { year: number | null; paid: PastPayment | null; faults: string[] }

const METHODS: Record<string, PastMethod> = {
  virement: 'TRANSFER', vir: 'TRANSFER', 'virement bancaire': 'TRANSFER', cheque: 'CHEQUE', chq: 'CHEQUE', 'cheque bancaire': 'CHEQUE',
  especes: 'CASH', espece: 'CASH', liquide: 'CASH', numeraire: 'CASH',
} // prettier-ignore

export const LONGEST_REFERENCE = 140
/** What a file without a year of dues says of them. */
export const NO_DUES: DuesCells = { year: null, paid: null, faults: [] }

/** Reads the columns of the dues; each fault begins with the name that the file gives to the column. */
export function readDues(
  cell: Cells,
  { names, paidOn = EMPTY, today }: { names: Partial<Record<Field, string>>; paidOn?: Cell<string>; today: string },
): DuesCells {
  const text = { year: cell('duesYear'), paid: cell('duesPaid'), on: cell('duesPaidOn'), method: cell('duesMethod') }
  const reference = cell('duesReference')
  const cents = text.paid === '' ? null : centsOf(text.paid)
  const pays = text.on !== '' || text.method !== '' || reference !== '' || (text.paid !== '' && cents !== 0)
  if (text.year === '' && !pays) return NO_DUES

  const faults: string[] = []
  const fault = (field: DuesField, said: string) => void faults.push(`${names[field] ?? COLUMN[field]} : ${said}`)
  const year = /^(19|20|21)\d\d$/.test(text.year) ? Number(text.year) : null
  if (year === null)
    fault(
      'duesYear',
      text.year === '' ? 'indiquez l’année, par exemple 2027.' : `« ${text.year} » n’est pas une année.`,
    )
  if (!pays) return { year, paid: null, faults }

  if (text.paid !== '' && cents === null)
    fault('duesPaid', `« ${text.paid} » n’est pas un montant, par exemple 50 ou 12,50.`)
  if (cents === 0) fault('duesPaid', 'le montant est nul alors qu’un règlement est décrit.')
  const on = paidOn.is === 'read' ? paidOn.value : null
  if (paidOn.is === 'empty') fault('duesPaidOn', 'indiquez le jour du règlement.')
  else if (paidOn.is !== 'read') fault('duesPaidOn', paidOn.why)
  else if (paidOn.value > today) fault('duesPaidOn', 'cette date est à venir.')
  const method = METHODS[fold(text.method)]
  if (!method)
    fault(
      'duesMethod',
      `écrivez virement, chèque ou espèces${text.method === '' ? '' : `, au lieu de « ${text.method} »`}.`,
    )
  if (reference.length > LONGEST_REFERENCE) fault('duesReference', `écrivez ${LONGEST_REFERENCE} signes au plus.`)
  if (faults.length > 0 || on === null || !method) return { year, paid: null, faults }
  return { year, paid: { cents, on, method, reference: reference || null }, faults }
}

/** The columns as the model calls them. */
const COLUMN: Record<DuesField, string> = {
  duesYear: 'cotisation_annee',
  duesPaid: 'cotisation_montant',
  duesPaidOn: 'cotisation_reglee_le',
  duesMethod: 'cotisation_mode',
  duesReference: 'cotisation_reference',
}
