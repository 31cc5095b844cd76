import { statutesInForce } from '~/association/in-force.server'
import type { Db, Tx } from '~/platform/db.server'
import { isoDate } from '~/platform/dates'
import { notFound } from '~/platform/refusal'
import { readStage, type Stage } from '~/statutes/dues-ladder-stages'
import type { RemovalFacts } from '~/statutes/dues-ladder-removal'
import { ladderFacts } from './facts.server'

export type CaseStep = {
  stage: Stage
  on: string
  takenOver: boolean
  mailId: string | null
  letterId: string | null
  resolutionId: string | null
  runId: string | null
  recordedById: string | null
  ruling: unknown
}

/** Every step taken for one dues, in order. */
export async function stepsTaken(db: Db | Tx, duesId: string): Promise<CaseStep[]> {
  const found = await db.duesStep.findMany({ where: { duesId }, orderBy: { rank: 'asc' } })
  return found.map(({ stage, on, takenOver, mailId, letterId, resolutionId, runId, recordedById, ruling }) => ({
    stage: readStage(stage),
    on: isoDate(on),
    takenOver,
    mailId,
    letterId,
    resolutionId,
    runId,
    recordedById,
    ruling,
  }))
}

/** All that the rule of removal asks of one dues on a day; 404 when there is none. */
export async function removalFacts(tx: Tx, duesId: string, on: string): Promise<RemovalFacts & { memberId: string }> {
  const [row] = await ladderFacts(tx, [duesId], on)
  if (!row) throw notFound()
  const steps = await stepsTaken(tx, duesId)
  const letterDay = row.notice?.depositedOn ?? on
  const { statutes } = await statutesInForce(tx, letterDay)
  return { ...row, steps, remindersAsked: statutes.dues.reminders }
}
