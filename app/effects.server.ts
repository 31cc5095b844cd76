import { setDues } from '~/dues/set-dues.server'
import type { Meeting, Resolution } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import {
  isFromFile,
  namesItsOrgan,
  readEffect,
  type Effect,
  type EffectKind,
  type FileEffectKind,
} from '~/meetings/effect'
import { meetingName } from '~/meetings/meeting-words'
import { UNDEFENDED } from '~/members/discipline/foreseen-case.server'
import { founderCandidate } from '~/members/register/founder-candidate.server'
import { changeMembership } from '~/membership/change-membership.server'
import { admitApplicant } from '~/membership/admission/admit-applicant.server'
import { refuseApplicant } from '~/membership/applications/refuse-applicant.server'
import { annulExclusion, upholdExclusion } from '~/discipline/appeals/decide-appeal.server'
import {
  applyCaseRejection,
  applyExclusion,
  applyFounderLoss,
  applySuspension,
} from '~/discipline/cases/apply-exclusion.server'
import { pronounceRemoval, recordKept } from '~/membership/removal/pronounce-removal.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { demandLawful, Refusal } from '~/platform/refusal'
import { judgeDuesYear } from '~/statutes/dues-decision'
import { judgeCompetence } from '~/statutes/competence'
import { judgeFounderCandidate, judgeHonoraryAward } from '~/statutes/membership'
import { organ } from '~/statutes/organs'
import type { Statutes } from '~/statutes/schema'

export type Decision = {
  meeting: Pick<Meeting, 'id' | 'body' | 'session' | 'date' | 'accountsOfYear' | 'statutesId'>
  resolution: Pick<Resolution, 'id' | 'number' | 'effect'>
}

type Carried = {
  tx: Tx
  ctx: Context
  meeting: Decision['meeting']
  resolutionId: string
  source: string
  date: string
  statutes: Statutes
  /** tried before the vote, then undone */
  rehearsal: boolean
}
type Carriers = { [K in EffectKind]: (act: Carried, effect: Extract<Effect, { kind: K }>) => Promise<void> }

/** Which room carries out which effect; the rule that allows it is looked at again on the day. */
const carriers = {
  none: async () => {},

  'set-dues': async ({ tx, ctx, resolutionId, source, date }, { year, dueOn, amounts, lateJoiners }) => {
    demandLawful(judgeDuesYear({ year, dueOn, date }))
    await setDues(tx, ctx, { year, dueOn, amounts, lateJoiners, resolutionId, source })
  },

  'award-honorary': async ({ tx, ctx, meeting, resolutionId, date, statutes }, { memberId }) => {
    demandLawful(judgeHonoraryAward(statutes, { body: meeting.body, annual: isAnnual(meeting) }))
    await changeMembership(tx, ctx, {
      memberId,
      kind: 'CATEGORY_CHANGED',
      on: date,
      category: 'honorary',
      resolutionId,
    })
  },

  'grant-founder': async ({ tx, ctx, meeting, resolutionId, date, statutes }, { memberId }) => {
    const { from } = statutes.admission.founder
    const candidate = await founderCandidate(tx, { memberId, from, date })
    demandLawful(judgeFounderCandidate(statutes, { ...candidate, body: meeting.body, annual: isAnnual(meeting), date }))
    await changeMembership(tx, ctx, {
      memberId,
      kind: 'CATEGORY_CHANGED',
      on: date,
      category: 'founder',
      resolutionId,
    })
  },

  'suspend-member': async ({ tx, ctx, resolutionId, date }, { caseId, memberId }) => {
    if (!caseId) throw new Refusal(UNDEFENDED.sentence, { reasons: [UNDEFENDED] })
    await applySuspension(tx, ctx, { caseId, memberId, resolutionId, on: date })
  },

  'remove-member': async ({ tx, ctx, meeting, resolutionId, source, date }, { memberId, duesId }) => {
    const by = `${organ(meeting.body)} (${source})`
    await pronounceRemoval(tx, ctx, { memberId, duesId, organ: meeting.body, on: date, by, resolutionId })
  },

  'exclude-member': async ({ tx, ctx, resolutionId, date }, { caseId, memberId }) => {
    await applyExclusion(tx, ctx, { caseId, memberId, resolutionId, on: date })
  },

  'annul-exclusion': async ({ tx, ctx, resolutionId, source, date }, { caseId, memberId }) => {
    await annulExclusion(tx, ctx, { caseId, memberId, resolutionId, on: date, source })
  },

  'withdraw-founder': async ({ tx, ctx, resolutionId, date }, { caseId, memberId }) => {
    await applyFounderLoss(tx, ctx, { caseId, memberId, resolutionId, on: date })
  },

  'admit-active': async ({ tx, ctx, resolutionId, date }, { applicationId }) => {
    await admitApplicant(tx, ctx, { applicationId, on: date, resolutionId })
  },
} satisfies Carriers

type Rejection = Pick<Carried, 'tx' | 'ctx' | 'meeting' | 'resolutionId' | 'source' | 'date'>
type Rejected = { [K in FileEffectKind]: (act: Rejection, effect: Extract<Effect, { kind: K }>) => Promise<void> }

/** What a refusal by vote makes of the file that the resolution came from. */
const rejections = {
  'remove-member': async ({ tx, ctx, meeting, resolutionId, source, date }, { duesId }) => {
    const by = `${organ(meeting.body)} (${source})`
    await recordKept(tx, ctx, { duesId, organ: meeting.body, on: date, by, resolutionId })
  },
  'exclude-member': async ({ tx, ctx, resolutionId, date }, { caseId }) => {
    await applyCaseRejection(tx, ctx, { caseId, resolutionId, on: date })
  },
  'suspend-member': async ({ tx, ctx, resolutionId, date }, { caseId }) => {
    if (caseId) await applyCaseRejection(tx, ctx, { caseId, resolutionId, on: date })
  },
  'annul-exclusion': async ({ tx, ctx, resolutionId, source, date }, { caseId }) => {
    await upholdExclusion(tx, ctx, { caseId, resolutionId, on: date, source })
  },
  'withdraw-founder': async ({ tx, ctx, resolutionId, date }, { caseId }) => {
    await applyCaseRejection(tx, ctx, { caseId, resolutionId, on: date })
  },
  'admit-active': async ({ tx, ctx, date }, { applicationId }) => {
    await refuseApplicant(tx, ctx, { applicationId, on: date })
  },
} satisfies Rejected

const isAnnual = (meeting: Decision['meeting']) => meeting.accountsOfYear !== null

/**
 * Carries out what an adopted resolution does, in the transaction that adopts it. Refused with the article when the body
 * is not competent (13.2-b, 13.3-a) or the act is not lawful on that day.
 */
export async function applyEffect(tx: Tx, ctx: Context, decision: Decision, rehearsal = false): Promise<void> {
  const { meeting, resolution } = decision
  const effect = readEffect(resolution.effect)
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  if (!namesItsOrgan(effect.kind)) demandLawful(judgeCompetence(statutes, meeting.body, effect.kind))
  const carry: (act: Carried, effect: never) => Promise<void> = carriers[effect.kind]
  await carry({ ...actOf(tx, ctx, decision), statutes, rehearsal }, effect as never)
}

/** The file that a rejected resolution came from takes note of it, in the transaction that rejects it. */
export async function applyRejection(tx: Tx, ctx: Context, decision: Decision): Promise<void> {
  const effect = readEffect(decision.resolution.effect)
  if (!isFromFile(effect.kind)) return
  const carry: (act: Rejection, effect: never) => Promise<void> = rejections[effect.kind]
  await carry(actOf(tx, ctx, decision), effect as never)
}

function actOf(tx: Tx, ctx: Context, { meeting, resolution }: Decision): Rejection {
  const source = `${meetingName(meeting)}, résolution ${resolution.number}`
  return { tx, ctx, meeting, resolutionId: resolution.id, source, date: parisDate(ctx.now) }
}

class Rehearsed extends Error {}

/** Carries the effect out and undoes it: what would be refused at the adoption is refused before the vote. */
export async function rehearseEffect(ctx: Context, decision: Decision): Promise<void> {
  const rehearsal = transact(ctx.db, async (tx) => {
    await applyEffect(tx, ctx, decision, true)
    throw new Rehearsed('nothing is kept')
  })
  await rehearsal.catch((error: unknown) => {
    if (!(error instanceof Rehearsed)) throw error
  })
}
