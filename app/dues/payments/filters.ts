import { capital } from '~/statutes/french'
import { z } from 'zod'
import { METHOD_WORDS, STATE_WORDS } from './method-words'

const METHODS = ['CARD', 'SEPA_DEBIT', 'TRANSFER', 'CHEQUE', 'CASH'] as const
const STATES = ['PAID', 'PROCESSING', 'CONTESTED', 'REFUNDED', 'CANCELLED', 'FAILED', 'OPEN', 'EXPIRED'] as const

/** What the address of the list asks for; a value that we do not know counts as absent. */
const schema = z.object({
  q: z.string().trim().max(100).catch(''),
  mode: z.enum(['', ...METHODS]).catch(''),
  etat: z.enum(['', ...STATES]).catch(''),
  du: z.iso.date().or(z.literal('')).catch(''),
  au: z.iso.date().or(z.literal('')).catch(''),
})

export type PaymentFilters = z.output<typeof schema>

export const readFilters = (search: URLSearchParams): PaymentFilters => schema.parse(Object.fromEntries(search))

/** The filters as an address, with the key of a page added. */
export function filtersSearch(filters: PaymentFilters, more: Record<string, string> = {}): string {
  const kept = Object.entries({ ...filters, ...more }).filter(([, value]) => value !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

export const hasFilters = (filters: PaymentFilters): boolean => Object.values(filters).some((value) => value !== '')

export const METHOD_CHOICES = METHODS.map((value) => ({ value, label: capital(METHOD_WORDS[value]) }))
export const STATE_CHOICES = STATES.map((value) => ({ value, label: capital(STATE_WORDS[value]) }))
