import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden, notFound, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { frenchDate } from '~/ui/format'
import { openableAgainst } from './access.server'
import { OPEN_STATES, writeFacts } from './case-file'
import type { CaseInput } from './case.form'
import { decidingOrgan } from './involved.server'

/** What is envisaged, in the words of the letter. */
function sanctionOf({ kind, until }: Pick<CaseInput, 'kind' | 'until'>): string {
  if (kind === 'EXCLUSION') return 'l’exclusion de l’association'
  if (kind === 'FOUNDER_LOSS') return 'la perte de la qualité de fondateur'
  return `la suspension des droits de membre jusqu’au ${frenchDate(until ?? '')} inclus`
}

/**
 * Opens a case against a member (6.4-a), for his suspension until a day (6.4-c), or for the loss of the founder's quality
 * (6.1-b): nothing is sent yet. Refused: someone who left, the loss of a founder's quality by a member who is no founder, a
 * second open case of the kind, a case that one would lead against oneself (403).
 */
export async function openCase(ctx: Context, input: CaseInput): Promise<{ caseId: string }> {
  const today = parisDate(ctx.now)
  if (input.facts.some(({ on }) => on > today)) throw badField('facts', 'Un fait ne peut pas être à venir.')
  if (input.kind === 'SUSPENSION' && (input.until ?? '') <= today)
    throw badField('until', 'Une suspension a un dernier jour, à venir.')
  return transact(ctx.db, async (tx) => {
    // one open case of a kind: whoever opens another waits for this one
    await tx.$queryRaw`select 1 from "Member" where id = ${input.memberId}::uuid for no key update`
    if (!(await openableAgainst(tx, ctx, [input.memberId])).has(input.memberId)) throw forbidden()
    const member = await tx.member.findUnique({ where: { id: input.memberId } })
    if (!member) throw notFound()
    if (member.leftOn) throw badField('memberId', 'Cette personne n’est plus membre de l’association.')
    if (input.kind === 'FOUNDER_LOSS' && member.category !== 'founder')
      throw badField('memberId', 'Ce membre n’est pas fondateur.')
    const { kind, memberId } = input
    const open = await tx.disciplinaryCase.count({ where: { kind, memberId, state: { in: [...OPEN_STATES] } } })
    if (open > 0) throw new Refusal('Une procédure est déjà ouverte à l’égard de ce membre.')
    const { statutes } = await statutesInForce(tx, today)
    const { organ, reason } = await decidingOrgan(tx, statutes, { ...input, recusals: [] }, today)
    const id = v7(ctx.now.epochMilliseconds)
    await tx.disciplinaryCase.create({
      data: {
        id,
        kind,
        memberId,
        facts: writeFacts(input.facts),
        ruleBroken: input.ruleBroken,
        sanction: sanctionOf(input),
        suspendUntil: kind === 'SUSPENSION' && input.until ? dateColumn(input.until) : null,
        openedById: ctx.actor.accountId,
        openedAt: dateFromInstant(ctx.now),
        organ,
        organReason: reason,
      },
      select: { id: true },
    })
    await journal(tx, ctx, { act: 'case.opened', subject: 'DisciplinaryCase', subjectId: id, details: { kind } })
    return { caseId: id }
  })
}
