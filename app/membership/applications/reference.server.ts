import { randomInt } from 'node:crypto'

/** Neither 0 nor O, neither 1 nor I: read aloud without doubt. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** « A2027-7K3FQX »: what an applicant quotes; says nothing of how many there are. */
export function newReference(year: number): string {
  return `A${year}-${Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join('')}`
}
