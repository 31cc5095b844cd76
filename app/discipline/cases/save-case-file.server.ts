import type { z } from 'zod'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField } from '~/platform/refusal'
import { demandConduct } from './access.server'
import { writeFacts } from './case-file'
import type { caseFileForm } from './case.form'
import { demandState, lockCase } from './lock-case.server'

/** Rewrites the facts and the rule broken. Refused once the letter is written: the member defends himself against what it says. */
export async function saveCaseFile(
  ctx: Context,
  input: z.output<typeof caseFileForm> & { caseId: string },
): Promise<void> {
  if (input.facts.some(({ on }) => on > parisDate(ctx.now)))
    throw badField('facts', 'Un fait ne peut pas être à venir.')
  await transact(ctx.db, async (tx) => {
    const found = await lockCase(tx, input.caseId)
    await demandConduct(tx, ctx, found)
    demandState(found, 'DRAFT')
    await tx.disciplinaryCase.update({
      where: { id: found.id },
      data: { facts: writeFacts(input.facts), ruleBroken: input.ruleBroken },
      select: { id: true },
    })
    await journal(tx, ctx, { act: 'case.rewritten', subject: 'DisciplinaryCase', subjectId: found.id })
  })
}
