import type { CivilDate } from './civil-date'
import { judgeExclusionDecision, judgeExclusionNotice, type ExclusionDecision, type ExclusionNotice } from './exclusion'
import { plainDate } from './french'
import { reason, rulingFrom, unlawful, type Ruling } from './ruling'
import type { Statutes } from './schema'

const asSuspension = (ruling: Ruling): Ruling => ({
  ...ruling,
  reasons: ruling.reasons.map((each) => ({ ...each, rule: '6.4-c' })),
})

/** 6.4-c: a suspension has an end, after the day of the decision. */
export function judgeSuspensionEnd(decidedOn: CivilDate, until: CivilDate | null): Ruling {
  const ends = until !== null && until > decidedOn
  const sentence = ends
    ? `Suspension jusqu’au ${plainDate(until)}.`
    : 'Une suspension est temporaire : elle a une date de fin, après la décision.'
  return rulingFrom([{ ok: ends, reason: reason('6.4-c', sentence, { date: until }) }])
}

/** 6.4-c: does the letter let the member defend himself against a suspension? Judged like that of an exclusion (law 4.11). */
export function judgeSuspensionNotice(statutes: Statutes, notice: ExclusionNotice): Ruling {
  return asSuspension(judgeExclusionNotice(statutes, notice))
}

/**
 * 6.4-c: may the suspension be decided that day? The defence of an exclusion comes first (law 4.11): the right and impartial organ,
 * the letter presented, the defence days over, the member heard or invited to write, written reasons; and it has an end.
 */
export function judgeSuspensionDecision(
  statutes: Statutes,
  { until, ...decision }: ExclusionDecision & { until: CivilDate | null },
): Ruling {
  const end = judgeSuspensionEnd(decision.decidedOn, until)
  const defence = asSuspension(judgeExclusionDecision(statutes, decision))
  if (end.outcome !== 'lawful') return unlawful(...end.reasons)
  return { ...defence, reasons: [...defence.reasons, ...end.reasons] }
}
