import type { Statutes } from '~/statutes/schema'
import { officeLabel, officeRank } from './office-labels'

/** 8.1-a: the offices that nobody holds, as people read them: those that the statutes require, or those that they only allow. */
export function vacancies({ offices }: Statutes, held: readonly { office: string }[], required: boolean): string[] {
  return Object.keys(offices)
    .filter((office) => offices[office]?.required === required && !held.some((mandate) => mandate.office === office))
    .toSorted((a, b) => officeRank(a) - officeRank(b))
    .map(officeLabel)
}
