import { z } from 'zod'
import { statutesInForce } from '~/association/in-force.server'
import { demandPower } from '~/platform/demand-power.server'
import { lockRunningMeetings } from '~/meetings/proxies/void-proxies-of-member.server'
import { changeMembership } from '~/membership/change-membership.server'
import { demandAlone, votedSince } from '~/membership/exercised-since.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { storeDocument, type StoredFile } from '~/platform/documents.server'
import { badField, demandLawful, notFound } from '~/platform/refusal'
import { isCivilDate } from '~/statutes/civil-date'
import { judgeFounderLoss } from '~/statutes/exclusion-founder'

const day = { error: 'Indiquez le jour de réception de l’écrit.' }
export const renunciationForm = z.object({ on: z.string(day).refine(isCivilDate, day) })

type Input = z.output<typeof renunciationForm> & { memberId: string; paper: StoredFile }

/**
 * 6.1-b: records that a founder gives the title up in writing, his letter kept: from the day of its receipt he is what founders
 * come from, and a member still. A seat in the Bureau stays until the assembly elects. Refused: no founder, a day to come;
 * alone, once the installation is closed (409), a day before a vote of his: it would take his voices back.
 */
export async function renounceFounder(ctx: Context, { memberId, on, paper }: Input): Promise<void> {
  demandPower(ctx, 'members.write')
  if (on > parisDate(ctx.now)) throw badField('on', 'Cette date est à venir : une renonciation se constate.')
  await transact(ctx.db, async (tx) => {
    await lockRunningMeetings(tx)
    await tx.$queryRaw`select 1 from "Member" where id = ${memberId}::uuid for no key update`
    const member = await tx.member.findUnique({ where: { id: memberId }, select: { category: true, label: true } })
    if (!member) throw notFound()
    await demandAlone(tx, await votedSince(tx, '6.1-b', { memberId, from: on, today: parisDate(ctx.now) }))
    const { statutes } = await statutesInForce(tx, on)
    demandLawful(judgeFounderLoss(statutes, { category: member.category, cause: 'renunciation', inWriting: true }))
    await storeDocument(tx, paper, {
      title: 'Renonciation à la qualité de fondateur',
      kind: 'renonciation',
      memberId,
      uploadedById: ctx.actor.accountId,
      now: ctx.now,
    })
    await changeMembership(tx, ctx, {
      memberId,
      kind: 'CATEGORY_CHANGED',
      on,
      category: statutes.admission.founder.from,
      reason: 'renonciation écrite à la qualité de fondateur',
    })
  })
}
