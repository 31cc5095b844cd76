import { inUnit } from '~/statutes/french'
import type { Totals } from './choices'

type Judged = {
  adopted: boolean
  casting: 'for' | 'against' | null
  unit: 'members' | 'voices'
  counted: number
  required: number
  totals: Totals
  /** « moins d’un tiers contre »: the threshold is a ceiling */
  ceiling: boolean
}

/** What would have changed the outcome of a vote, in a French sentence; null where a sentence would say less than the figures. */
export function changeSentence({ adopted, casting, unit, counted, required, totals, ceiling }: Judged): string | null {
  if (totals.for + totals.against === 0) return 'Il aurait fallu au moins un vote pour.'
  if (casting)
    return `Sans la voix prépondérante, l’égalité ${totals.for} contre ${totals.against} la laissait rejetée.`
  if (ceiling) return null
  const word = (count: number) => inUnit(count, unit)
  if (!adopted) return `Il manquait ${word(Math.max(1, required - counted))} pour, à nombre de votants égal.`
  const spare = counted - required
  if (spare === 0) return `${unit === 'voices' ? 'Une voix' : 'Un membre'} pour de moins, et elle était rejetée.`
  return `Elle avait ${word(spare)} de plus que le seuil.`
}
