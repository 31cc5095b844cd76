import type { DisciplinaryCase } from '~/generated/prisma/client'
import { foreseenCase } from '~/members/discipline/foreseen-case.server'
import type { MembershipEvent } from '~/members/register/fold-events'
import { reason, unlawful, type RuleId, type Ruling } from '~/statutes/ruling'
import type { Foreseen } from './carrier'
import { follows } from './rulings.server'

type Sanction = { rule: RuleId; caseId: string | undefined; memberId: string; event: MembershipEvent }

/** Whether the case from which a sanction comes still stands and its defence will be over (6.4-a, 6.4-c, 6.1-b). */
export async function sanctionRuling(judged: Foreseen, { rule, caseId, memberId, event }: Sanction): Promise<Ruling> {
  const { tx, statutes, meeting, date, text } = judged
  const found = caseId ? await tx.disciplinaryCase.findUnique({ where: { id: caseId } }) : null
  const over = found && closedSince(found, rule)
  if (over) return over
  const foreseen = await foreseenCase(tx, statutes, { caseId, body: meeting.body, on: date, reasons: text })
  if (foreseen.outcome !== 'lawful') return foreseen
  const event6a = await follows(tx, { memberId, ...event })
  return event6a.outcome === 'lawful' ? foreseen : event6a
}

/** A case waits for its vote until it is dropped, or its member has left. */
function closedSince({ state }: DisciplinaryCase, rule: RuleId): Ruling | null {
  if (state !== 'ABANDONED' && state !== 'EXCLUDED' && state !== 'KEPT') return null
  const said = state === 'ABANDONED' ? 'La procédure a été abandonnée' : 'La procédure a déjà été décidée'
  return unlawful(reason(rule, `${said} : retirez cette résolution de l’ordre du jour.`))
}
