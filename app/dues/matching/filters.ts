import { z } from 'zod'

/** What the address of a list of money to match asks for; a value that we do not know counts as absent. */
const schema = z.object({
  q: z.string().trim().max(100).catch(''),
  /** key of a page of questions, see `PageKey` */
  question: z.string().max(100).catch(''),
  /** key of a page of credits of the bank */
  ligne: z.string().max(100).catch(''),
})

export type MatchFilters = z.output<typeof schema>

export const readMatchFilters = (request: Request): MatchFilters =>
  schema.parse(Object.fromEntries(new URL(request.url).searchParams))

/** A page of the same search, as an address. */
export function matchAddress(path: string, filters: Partial<MatchFilters>): string {
  const kept = Object.entries(filters).filter(([, value]) => value !== '')
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`
}

/** A sum as one searches for it, in cents: « 50 », « 50,00 »; null for anything else. */
export function searchedCents(word: string): number | null {
  const found = /^(\d{1,6})(?:[.,](\d{2}))?$/.exec(word)
  return found ? Number(found[1]) * 100 + Number(found[2] ?? 0) : null
}
