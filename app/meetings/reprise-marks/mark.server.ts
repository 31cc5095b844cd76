import { parisDate } from '~/platform/clock.server'
import { instantFromDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { byName, plainDate } from '~/statutes/french'
import { reason, type Reason, type RuleId } from '~/statutes/ruling'
import type { Entered } from './entered-by'

/** A fact that entered by a reprise: what it is, since when, and whom it is about. */
export type Marked = {
  memberId: string
  rule: RuleId
  entered: Entered
  /** « Admission comme membre fondateur, avec effet du 10 mars 2027 » */
  fact: string
  on: string
  repriseId: string
}

/**
 * By member, a reason for each fact that entered under two signatures: « Admission comme membre fondateur, avec effet du
 * 10 mars 2027, par reprise signée le 10 mai 2027 par Anne Martin et Paul Roux. »
 */
export async function markReasons(db: Db | Tx, marks: readonly Marked[]): Promise<Map<string, Reason[]>> {
  const reasons = new Map<string, Reason[]>()
  if (marks.length === 0) return reasons
  const ids = [...new Set(marks.map(({ repriseId }) => repriseId))]
  const reprises = await db.reprise.findMany({
    where: { id: { in: ids } },
    select: { id: true, closedAt: true, proposerName: true, signerName: true, source: true },
  })
  const byId = new Map(reprises.map((reprise) => [reprise.id, reprise]))
  for (const { memberId, rule, entered, fact, on, repriseId } of marks) {
    const reprise = byId.get(repriseId)
    const figures = { entered, reprise: repriseId, date: on, source: reprise?.source ?? null }
    const said = reason(rule, `${fact}, ${signedWords(reprise)}.`, figures)
    reasons.set(memberId, [...(reasons.get(memberId) ?? []), said])
  }
  return reasons
}

type Signed = { closedAt: Date | null; proposerName: string; signerName: string | null }

/** While its facts are only tried, before they are proposed, a reprise is not there yet. */
function signedWords(reprise: Signed | undefined): string {
  if (!reprise?.closedAt || !reprise.signerName) return 'par une reprise qui attend sa seconde signature'
  const signedOn = parisDate(instantFromDate(reprise.closedAt))
  return `par reprise signée le ${plainDate(signedOn)} ${byName(reprise.proposerName)} et ${reprise.signerName}`
}
