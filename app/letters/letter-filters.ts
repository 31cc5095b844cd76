import { z } from 'zod'

const schema = z.object({
  q: z.string().trim().max(100).catch(''),
  etat: z.enum(['a-poster', 'en-cours', 'terminees']).catch('a-poster'),
})

export type LetterFilters = z.output<typeof schema>

/** What the address of the list of letters asks for. */
export const readLetterFilters = (search: URLSearchParams): LetterFilters => schema.parse(Object.fromEntries(search))

export function lettersAddress(filters: LetterFilters, more: Record<string, string> = {}): string {
  const kept = Object.entries({ ...filters, ...more }).filter(
    ([key, value]) => value !== '' && !(key === 'etat' && value === 'a-poster'),
  )
  return kept.length === 0 ? '/courriers' : `/courriers?${new URLSearchParams(kept)}`
}
