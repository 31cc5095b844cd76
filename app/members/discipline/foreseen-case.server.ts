import type { Db, Tx } from '~/platform/db.server'
import { reason, unlawful, type Ruling } from '~/statutes/ruling'
import type { BodyKey, Statutes } from '~/statutes/schema'
import { decisionFacts, defenceOf } from './case-decision.server'
import { judgeCaseDecision } from './judge-case'

type Foreseen = { caseId: string | undefined; body: BodyKey; on: string; reasons: string }

/** 6.4-c: a sanction that is put to the vote without the file in which the member defends himself. */
export const UNDEFENDED = reason(
  '6.4-c',
  'Une suspension se vote sur un dossier où le membre a pu se défendre : ouvrez une procédure, puis inscrivez-la à l’ordre du jour.',
)

/**
 * 6.4-a, 6.4-c, 6.1-b: could the sanction of a file be decided by that body on that day, as far as it is known before? A hearing is
 * taken to be told by then; the ballot looks again.
 */
export async function foreseenCase(tx: Db | Tx, statutes: Statutes, foreseen: Foreseen): Promise<Ruling> {
  const { caseId, body, on, reasons } = foreseen
  const found = caseId ? await tx.disciplinaryCase.findUnique({ where: { id: caseId } }) : null
  if (!found) return unlawful(UNDEFENDED)
  const defence = await defenceOf(tx, found)
  const hearing = defence.hearing && { ...defence.hearing, recorded: true }
  const facts = decisionFacts(
    found,
    { ...defence, hearing },
    { by: body, deciderRecused: false, decidedOn: on, reasons },
  )
  return judgeCaseDecision(statutes, found, facts)
}
