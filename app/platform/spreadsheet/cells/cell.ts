import { bareLetters } from '../../folding'

/**
 * What a cell says, once read for one kind of value: nothing, a value (with a French note where something was left out), a value that
 * two readings of the file would make differ (`why` asks), or nothing that can be used (`why` refuses). Sentences are French.
 */
export type Cell<T> =
  | { is: 'empty' }
  | { is: 'read'; value: T; note?: string }
  | { is: 'asked'; why: string }
  | { is: 'refused'; why: string }

export const EMPTY = { is: 'empty' } as const
export const read = <T>(value: T, note?: string): Cell<T> => ({ is: 'read', value, ...(note && { note }) })
export const askedCell = (why: string) => ({ is: 'asked' as const, why })
export const refusedCell = (why: string) => ({ is: 'refused' as const, why })

const NOTHING = /^([-–—_./?]+|n ?\/?c|n ?\/? ?a|#n\/[ad]|null|none|neant|sans|aucune?|inconnue?|vide|(non|pas) (communique|renseigne|connu|precise|fourni)e?s?)\.?$/ // prettier-ignore

/** « néant », « - », « NC », « non communiqué »: what people write where there is nothing. */
export const saysNothing = (text: string): boolean => text === '' || NOTHING.test(bareLetters(text).trim())
