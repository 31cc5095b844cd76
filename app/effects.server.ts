import { setDues } from '~/dues/set-dues.server'
import type { Meeting, Resolution } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { readEffect, type Effect, type EffectKind } from '~/meetings/effect'
import { meetingName } from '~/meetings/meeting-words'
import { founderCandidate } from '~/members/founder-candidate.server'
import { recordMemberEvent } from '~/members/record-member-event.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { demandLawful } from '~/platform/refusal'
import { judgeCompetence } from '~/statutes/competence'
import { judgeFounderCandidate, judgeHonoraryAward, judgeSuspension } from '~/statutes/membership'
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
}
type Carriers = { [K in EffectKind]: (act: Carried, effect: Extract<Effect, { kind: K }>) => Promise<void> }

/** Which room carries out which effect; the rule that allows it is looked at again on the day. */
const carriers = {
  none: async () => {},

  'set-dues': async ({ tx, ctx, resolutionId, source }, { year, dueOn, amounts }) => {
    await setDues(tx, ctx, { year, dueOn, amounts, resolutionId, source })
  },

  'award-honorary': async ({ tx, ctx, meeting, resolutionId, date, statutes }, { memberId }) => {
    demandLawful(judgeHonoraryAward(statutes, { body: meeting.body, annual: isAnnual(meeting) }))
    await recordMemberEvent(tx, ctx, {
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
    await recordMemberEvent(tx, ctx, {
      memberId,
      kind: 'CATEGORY_CHANGED',
      on: date,
      category: 'founder',
      resolutionId,
    })
  },

  'suspend-member': async ({ tx, ctx, meeting, resolutionId, date, statutes }, { memberId, from, until, reason }) => {
    demandLawful(judgeSuspension(statutes, { body: meeting.body, date, until }))
    await recordMemberEvent(tx, ctx, { memberId, kind: 'SUSPENDED', on: from, until, reason, resolutionId })
  },
} satisfies Carriers

const isAnnual = (meeting: Decision['meeting']) => meeting.accountsOfYear !== null

/**
 * Carries out what an adopted resolution does, in the transaction that adopts it. Refused with the article when the body
 * is not competent (13.2-b, 13.3-a) or the act is not lawful on that day.
 */
export async function applyEffect(tx: Tx, ctx: Context, { meeting, resolution }: Decision): Promise<void> {
  const effect = readEffect(resolution.effect)
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  demandLawful(judgeCompetence(statutes, meeting.body, effect.kind))
  const carry: (act: Carried, effect: never) => Promise<void> = carriers[effect.kind]
  const source = `${meetingName(meeting)}, résolution ${resolution.number}`
  const act = { tx, ctx, meeting, resolutionId: resolution.id, source, date: parisDate(ctx.now), statutes }
  await carry(act, effect as never)
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
