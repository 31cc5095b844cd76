import { z } from 'zod'

const schema = z.tuple([z.string().max(500), z.uuid()])

/** The row at the edge of a page: its sort name and its id. */
export type PageKey = { sortName: string; id: string }

export const writeKey = ({ sortName, id }: PageKey): string => JSON.stringify([sortName, id])

/** The key that an address carries; null when there is none or it is not one of ours. */
export function readKey(text: string | null): PageKey | null {
  if (!text) return null
  try {
    const [sortName, id] = schema.parse(JSON.parse(text))
    return { sortName, id }
  } catch {
    return null
  }
}
