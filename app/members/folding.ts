/** Lower case without accents, apostrophes or marks, one space between words: what the search compares. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim()
}

/** The words of a search, folded; no more than eight of them. */
export const searchWords = (query: string): string[] => fold(query).split(' ').filter(Boolean).slice(0, 8)
