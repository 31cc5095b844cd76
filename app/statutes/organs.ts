import type { BodyKey } from './schema'

export type Organ = BodyKey | 'president'

const organs: Record<Organ, string> = {
  bureau: 'le Bureau',
  ago: 'l’assemblée générale ordinaire',
  age: 'l’assemblée générale extraordinaire',
  president: 'le président',
}

/** « le Bureau », « l’assemblée générale ordinaire ». */
export function organ(key: Organ): string {
  return organs[key]
}

/** « du Bureau », « de l’assemblée générale ordinaire ». */
export function ofOrgan(key: Organ): string {
  return organs[key].startsWith('le ') ? `du ${organs[key].slice(3)}` : `de ${organs[key]}`
}

/** « par le Bureau ». */
export function byOrgan(key: Organ): string {
  return `par ${organs[key]}`
}
