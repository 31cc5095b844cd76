/** What an import takes at most. */
export const MOST_BYTES = 5 * 1024 * 1024
export const MOST_LINES = 20_000
