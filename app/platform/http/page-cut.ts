/** Rows of a page of the lists of this room. */
export const PAGE = 50

const BEFORE = 'avant_'

/** A key of the address: the row after which a page begins, or the one before which it ends. */
export type PageKey = { before: boolean; text: string }

export function readPageKey(text: string): PageKey {
  const before = text.startsWith(BEFORE)
  return { before, text: before ? text.slice(BEFORE.length) : text }
}

/** Where a page was asked for: nowhere (the first), after a key, before one. */
export type Side = 'first' | 'after' | 'before'

/**
 * The page among rows read from its key on, one more than it holds (the nearest first when they come before it), with the
 * keys of those around it.
 */
export function cutPage<T>(found: readonly T[], side: Side, keyOf: (row: T) => string) {
  const more = found.length > PAGE
  const page = found.slice(0, PAGE)
  const rows = side === 'before' ? page.reverse() : page
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows,
    previousKey: first && (side === 'before' ? more : side === 'after') ? BEFORE + keyOf(first) : null,
    nextKey: last && (side === 'before' || more) ? keyOf(last) : null,
  }
}
