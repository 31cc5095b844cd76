import type { Meeting, Resolution } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { annulExclusion, upholdExclusion } from '~/discipline/appeals/decide-appeal.server'
import {
  applyCaseRejection,
  applyExclusion,
  applyFounderLoss,
  applySuspension,
} from '~/discipline/cases/apply-exclusion.server'
import { isFromFile, readEffect } from '~/effects'
import type { Decided, RoomsAbove, Sitting } from '~/effects/carrier'
import { CARRIERS, competenceRuling } from '~/effects/carriers.server'
import { meetingName } from '~/meetings/meeting-words'
import { changeMembership } from '~/membership/change-membership.server'
import { admitApplicant } from '~/membership/admission/admit-applicant.server'
import { refuseApplicant } from '~/membership/applications/refuse-applicant.server'
import { pronounceRemoval, recordKept } from '~/membership/removal/pronounce-removal.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { demandLawful } from '~/platform/refusal'

/** Which command of which room carries out what an effect decides above meetings. */
const above: RoomsAbove = {
  changeCategory: (tx, ctx, change) => changeMembership(tx, ctx, { ...change, kind: 'CATEGORY_CHANGED' }),
  exclude: applyExclusion,
  suspend: applySuspension,
  withdrawFounder: applyFounderLoss,
  keepAsIs: applyCaseRejection,
  annulExclusion,
  upholdExclusion,
  remove: pronounceRemoval,
  keepMember: recordKept,
  admit: admitApplicant,
  refuse: refuseApplicant,
}

export type Decision = {
  meeting: Sitting & Pick<Meeting, 'session'>
  resolution: Pick<Resolution, 'id' | 'number' | 'effect'>
}
type Act = (decided: Decided, effect: never) => Promise<unknown>

/**
 * Carries out what an adopted resolution does, in the transaction that adopts it. Refused with the article when the body
 * is not competent (13.2-b, 13.3-a) or the act is not lawful on that day.
 */
export async function applyEffect(tx: Tx, ctx: Context, decision: Decision): Promise<void> {
  const effect = readEffect(decision.resolution.effect)
  const decided = await decidedBy(tx, ctx, decision)
  demandLawful(competenceRuling(decided.statutes, decision.meeting.body, effect.kind))
  const { adopt }: { adopt: Act } = CARRIERS[effect.kind]
  await adopt(decided, effect as never)
}

/** The file that a rejected resolution came from takes note of it, in the transaction that rejects it. */
export async function applyRejection(tx: Tx, ctx: Context, decision: Decision): Promise<void> {
  const effect = readEffect(decision.resolution.effect)
  if (!isFromFile(effect.kind)) return
  const { reject }: { reject: Act } = CARRIERS[effect.kind]
  await reject(await decidedBy(tx, ctx, decision), effect as never)
}

async function decidedBy(tx: Tx, ctx: Context, { meeting, resolution }: Decision): Promise<Decided> {
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const source = `${meetingName(meeting)}, résolution ${resolution.number}`
  const [annual, date] = [meeting.accountsOfYear !== null, parisDate(ctx.now)]
  return { tx, ctx, meeting, statutes, annual, resolutionId: resolution.id, source, date, above }
}

class Rehearsed extends Error {}

/** Carries the effect out and undoes it: what would be refused at the adoption is refused before the vote. */
export async function rehearseEffect(ctx: Context, decision: Decision): Promise<void> {
  const rehearsal = transact(ctx.db, async (tx) => {
    await applyEffect(tx, ctx, decision)
    throw new Rehearsed('nothing is kept')
  })
  await rehearsal.catch((error: unknown) => {
    if (!(error instanceof Rehearsed)) throw error
  })
}
