import { list } from '~/statutes/french'
import { incomplete, lawful, reason, unlawful, type Ruling } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'

/** The department of a postcode: « 75 », « 2A » and « 2B » for Corsica, « 971 » overseas. */
export function departmentOf(postcode: string): string {
  if (/^9[78]/.test(postcode)) return postcode.slice(0, 3)
  if (postcode.startsWith('20')) return /^20[01]/.test(postcode) ? '2A' : '2B'
  return postcode.slice(0, 2)
}

/** 6-b: members are established in the region of the statutes; where they name none, anywhere. */
export function judgeRegion({ region }: Pick<Statutes, 'region'>, postcode: string | null): Ruling {
  if (region.length === 0) return lawful(reason('6-b', 'Les statuts ne limitent pas le territoire des membres.'))
  if (!postcode)
    return incomplete(
      ['le code postal'],
      reason('6-b', 'Le code postal est nécessaire : les membres exercent dans le territoire des statuts.'),
    )
  const department = departmentOf(postcode)
  if (region.includes(department))
    return lawful(reason('6-b', `Le département ${department} est dans le territoire des statuts.`))
  return unlawful(
    reason('6-b', `Le département ${department} n’est pas dans le territoire des statuts (${list(region)}).`, {
      department,
      region: list(region),
    }),
  )
}
