import type { z } from 'zod'
import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, Refusal } from '~/platform/refusal'
import { byOrgan } from '~/statutes/organs'
import { demandConduct, viewOf } from './access.server'
import type { recusalForm } from './case.form'
import { decidingOrgan, involvedMembers } from './involved.server'
import { demandState, lockCase } from './lock-case.server'
import { NO_KEEPER } from './no-keeper'
import { officersLeft } from './officers-left.server'
import { tellMember } from './tell-member.server'

/**
 * Records that someone must not decide, and why; the organ that decides follows at once (6.4-a: the President recused, the
 * assembly decides), the member is told when it changes, and an officer recused keeps the file no more (`keeps`: whether the actor
 * still does). Not taken back. Refused: the member himself, who never decides; a case that is over; the last officer who could
 * keep the file, until it is said that this was read (400).
 */
export async function recordRecusal(
  ctx: Context,
  input: Omit<z.output<typeof recusalForm>, 'unkept'> & { caseId: string; unkept?: boolean },
): Promise<{ keeps: boolean }> {
  return transact(ctx.db, async (tx) => {
    const found = await lockCase(tx, input.caseId)
    await demandConduct(tx, ctx, found)
    demandState(found, 'DRAFT', 'NOTIFIED', 'DEFERRED')
    if (input.memberId === found.memberId)
      throw badField('memberId', 'Le membre concerné ne décide jamais de sa propre affaire : inutile de l’écrire.')
    if (found.recusals.some(({ memberId }) => memberId === input.memberId))
      throw new Refusal('Cette personne est déjà récusée.')
    const member = await tx.member.findUnique({ where: { id: input.memberId }, select: { label: true } })
    if (!member) throw badField('memberId', 'Choisissez une personne de l’association.')
    const today = parisDate(ctx.now)
    const { statutes } = await statutesInForce(tx, today)
    const recusals = [...found.recusals, { memberId: input.memberId }]
    const left = await officersLeft(tx, today, await involvedMembers(tx, { ...found, recusals }))
    if (left === 0 && !input.unkept) throw unkept()
    await tx.recusal.create({
      data: {
        caseId: found.id,
        memberId: input.memberId,
        name: member.label,
        ground: input.ground,
        recordedById: ctx.actor.accountId,
        recordedAt: dateFromInstant(ctx.now),
      },
      select: { caseId: true },
    })
    const { organ, reason } = await decidingOrgan(tx, statutes, { ...found, recusals }, today)
    await tx.disciplinaryCase.update({
      where: { id: found.id },
      data: { organ, organReason: reason },
      select: { id: true },
    })
    if (organ !== found.organ && found.state !== 'DRAFT')
      await tellMember(tx, ctx, { memberId: found.memberId, caseId: found.id, news: 'organ', when: byOrgan(organ) })
    await journal(tx, ctx, {
      act: 'case.recused',
      subject: 'DisciplinaryCase',
      subjectId: found.id,
      details: { ground: input.ground, organ, officersLeft: left },
    })
    return { keeps: (await viewOf(tx, ctx, { ...found, recusals })) === 'conducts' }
  })
}

const unkept = () =>
  new Refusal('Plus aucun membre du Bureau ne pourra tenir ce dossier.', {
    status: 400,
    reasons: NO_KEEPER,
    fieldErrors: { unkept: ['Lisez l’avertissement, puis cochez cette case pour enregistrer la récusation.'] },
  })
