import type { Organ } from '~/statutes/organs'

/** The organ that a file names. */
export function organOf(stored: string): Organ {
  switch (stored) {
    case 'president':
    case 'bureau':
    case 'ago':
    case 'age':
      return stored
    default:
      throw new Error(`unknown organ ${stored}`)
  }
}
