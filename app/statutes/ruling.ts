import type { RuleId } from './catalogue'
import type { FigureKey } from './figure-keys'
import { typeset } from './french'

export type { RuleId }

export type Figure = string | number | boolean | null
export type Figures = Partial<Record<FigureKey, Figure>>

/** Why a rule answers as it does: the rule, a French sentence, and the figures that it used. */
export type Reason = {
  rule: RuleId
  sentence: string
  figures: Figures
}

/** What the statutes say of an act: allowed, refused, or not yet to be said for want of facts. */
export type Ruling =
  | { outcome: 'lawful'; reasons: Reason[] }
  | { outcome: 'unlawful'; reasons: Reason[] }
  | { outcome: 'incomplete'; missing: string[]; reasons: Reason[] }

export function reason(rule: RuleId, sentence: string, figures: Figures = {}): Reason {
  return { rule, sentence: typeset(sentence), figures }
}

export function lawful(...reasons: Reason[]): Ruling {
  return { outcome: 'lawful', reasons }
}

export function unlawful(...reasons: Reason[]): Ruling {
  return { outcome: 'unlawful', reasons }
}

/** `missing`: what is still to be known, in French. */
export function incomplete(missing: string[], ...reasons: Reason[]): Ruling {
  return { outcome: 'incomplete', missing, reasons }
}

/** Unlawful as soon as one reason refuses; the refusing reasons come alone, the others are kept when all agree. */
export function rulingFrom(findings: { ok: boolean; reason: Reason }[]): Ruling {
  const refusals = findings.filter((finding) => !finding.ok)
  if (refusals.length > 0) return unlawful(...refusals.map((finding) => finding.reason))
  return lawful(...findings.map((finding) => finding.reason))
}
