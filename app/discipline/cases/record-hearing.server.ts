import type { z } from 'zod'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, instantFromDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { demandConduct } from './access.server'
import type { hearingForm } from './case.form'
import { demandState, lockCase } from './lock-case.server'

/**
 * Records the hearing: who assisted the member and what was said, or that he did not come. Refused: no hearing was set, it is
 * yet to come, it is recorded already.
 */
export async function recordHearing(
  ctx: Context,
  input: z.output<typeof hearingForm> & { caseId: string },
): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const found = await lockCase(tx, input.caseId)
    await demandConduct(tx, ctx, found)
    demandState(found, 'NOTIFIED', 'DEFERRED')
    if (!found.hearingAt) throw new Refusal('Aucune audition n’est fixée : le membre est invité à répondre par écrit.')
    if (found.hearingNotes !== null) throw new Refusal('Le compte rendu de l’audition est déjà enregistré.')
    const on = parisDate(instantFromDate(found.hearingAt))
    if (on > parisDate(ctx.now)) throw new Refusal('L’audition n’a pas encore eu lieu.')
    const held = input.held === 'yes'
    await tx.disciplinaryCase.update({
      where: { id: found.id },
      data: {
        heardOn: held ? dateColumn(on) : null,
        hearingNotes: input.notes,
        assistedBy: held ? (input.assistedBy ?? null) || null : null,
      },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'case.heard',
      subject: 'DisciplinaryCase',
      subjectId: found.id,
      details: { on, held },
    })
  })
}
