import type { MetaDescriptor } from '@remix-run/node'

type Match = { id: string; data: unknown }

const nameOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'name' in data && typeof data.name === 'string' ? data.name : null

/** The window's title of one page of a meeting: what the page is, then which meeting, as its frame names it. */
export function meetingTitle(page: string) {
  return ({ matches }: { matches: readonly Match[] }): MetaDescriptor[] => {
    const name = nameOf(matches.find(({ id }) => id === 'routes/assemblees.$id')?.data)
    return [{ title: name ? `${page} – ${name}` : page }]
  }
}
