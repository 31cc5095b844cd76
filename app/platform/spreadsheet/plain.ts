import { bareLetters } from '../folding'

/** The name of a column as vocabularies write it: « Date d’adhésion * » → « date d adhesion ». */
export const headerKey = (name: string): string =>
  bareLetters(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
