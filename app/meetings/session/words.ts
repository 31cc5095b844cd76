import type { Statutes } from '~/statutes/schema'
import { frenchTime, parisParts } from '~/ui/format'

/** « 18 h 02 », Paris time. */
export function hour(at: Date): string {
  const parts = parisParts(at)
  return frenchTime(`${parts.hour}:${parts.minute}`)
}

/** « membre fondateur » by key. */
export const categoryLabels = (statutes: Statutes): Record<string, string> =>
  Object.fromEntries(Object.entries(statutes.categories).map(([key, { label }]) => [key, label]))
