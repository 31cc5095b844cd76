import { z } from 'zod'

/** What the address of the list asks for; a value that we do not know counts as absent. */
const schema = z.object({
  q: z.string().trim().max(100).catch(''),
  categorie: z.string().max(60).catch(''),
  etat: z.enum(['', 'suspendu', 'parti', 'tous']).catch(''),
  genre: z.enum(['', 'personne', 'structure']).catch(''),
  accord: z.enum(['', 'manquant']).catch(''),
})

export type MemberFilters = z.output<typeof schema>

export function readFilters(search: URLSearchParams): MemberFilters {
  return schema.parse(Object.fromEntries(search))
}

/** The filters as an address, with the key of a page or the form of a file added. */
export function filtersSearch(filters: MemberFilters, more: Record<string, string> = {}): string {
  const kept = Object.entries({ ...filters, ...more }).filter(([, value]) => value !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

export const hasFilters = (filters: MemberFilters): boolean => Object.values(filters).some((value) => value !== '')

export const STATE_CHOICES = [
  { value: '', label: 'Membres' },
  { value: 'suspendu', label: 'Suspendus' },
  { value: 'parti', label: 'Anciens membres' },
  { value: 'tous', label: 'Membres et anciens' },
]
export const KIND_CHOICES = [
  { value: '', label: 'Personnes et structures' },
  { value: 'personne', label: 'Personnes' },
  { value: 'structure', label: 'Structures' },
]
export const CONSENT_CHOICES = [
  { value: '', label: 'Indifférent' },
  { value: 'manquant', label: 'À recueillir' },
]
