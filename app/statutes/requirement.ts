import { ceilOfShare, compareToShare, floorOfShare, fraction } from './fraction'
import { list, ofWords, shareOf } from './french'
import type { Unit } from './schema'

/** One threshold, as the schema leaves it: exactly one of these is set. */
export interface Threshold {
  atLeast?: string | undefined
  moreThan?: string | undefined
  lessThan?: string | undefined
  count?: number | undefined
  relative?: true | undefined
}

/** What a threshold is held against: `part` of `base`; `opposed` is the other side, for « plus de voix pour que contre ». */
export interface Measure {
  part: number
  base: number
  opposed: number
}

/** Whole numbers and exact fractions only. An empty base satisfies nothing. */
export function satisfies(threshold: Threshold, { part, base, opposed }: Measure): boolean {
  if (base === 0) return false
  if (threshold.relative) return part > opposed
  if (threshold.count !== undefined) return part >= threshold.count
  if (threshold.atLeast !== undefined) return compareToShare(part, base, fraction(threshold.atLeast)) >= 0
  if (threshold.moreThan !== undefined) return compareToShare(part, base, fraction(threshold.moreThan)) > 0
  return threshold.lessThan !== undefined && compareToShare(part, base, fraction(threshold.lessThan)) < 0
}

/** Least whole number of heads or voices that satisfies the threshold on this base. */
export function leastSatisfying(threshold: Threshold, { base, opposed }: Omit<Measure, 'part'>): number {
  if (threshold.relative) return opposed + 1
  if (threshold.count !== undefined) return threshold.count
  if (threshold.atLeast !== undefined) return ceilOfShare(base, fraction(threshold.atLeast))
  if (threshold.moreThan !== undefined) return floorOfShare(base, fraction(threshold.moreThan)) + 1
  return 0
}

/** One requirement of a list, judged. `required`: the least whole number that satisfies it. */
export interface RequirementRuling {
  met: boolean
  counted: number
  required: number
  base: number
  unit: Unit
  among?: string[]
}

export function judgeRequirement(
  requirement: Threshold & { among?: string[] | undefined },
  measure: Measure,
  unit: Unit,
): RequirementRuling {
  const ruling = {
    met: satisfies(requirement, measure),
    counted: measure.part,
    required: leastSatisfying(requirement, measure),
    base: measure.base,
    unit,
  }
  return requirement.among ? { ...ruling, among: requirement.among } : ruling
}

/** The requirement that speaks for its list: the first that fails, else the last. */
export function deciding<Judged extends { met: boolean }>(judged: readonly Judged[]): Judged | undefined {
  return judged.find((one) => !one.met) ?? judged.at(-1)
}

/** « au moins un tiers des … », « plus de la moitié des … », « au moins 2 … ». `what` is plural. */
export function thresholdWords(threshold: Threshold, what: string): string {
  if (threshold.relative) return 'plus de voix pour que contre'
  if (threshold.count !== undefined) return `au moins ${threshold.count} des ${what}`
  if (threshold.atLeast !== undefined) return `au moins ${shareOf(threshold.atLeast)} ${what}`
  if (threshold.moreThan !== undefined) return `plus ${deShare(threshold.moreThan)} ${what}`
  return `moins ${deShare(threshold.lessThan ?? '0/1')} ${what}`
}

function deShare(text: string): string {
  const words = shareOf(text)
  if (words.startsWith('les ')) return `des ${words.slice(4)}`
  return ofWords(words)
}

/** « parmi les membres fondateurs » */
export function amongWords(labels: readonly string[]): string {
  return ` parmi les ${list(labels)}`
}
