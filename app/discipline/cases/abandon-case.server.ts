import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { eachAlone, type Counts } from '~/platform/each-alone.server'
import { journal } from '~/platform/journal.server'
import { demandConduct } from './access.server'
import { OPEN_STATES } from './case-file'
import { demandState, lockCase } from './lock-case.server'

/** Drops a case before any decision: nothing is held against the member. Refused once it is decided or put to the vote. */
export async function abandonCase(ctx: Context, caseId: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const found = await lockCase(tx, caseId)
    await demandConduct(tx, ctx, found)
    demandState(found, 'DRAFT', 'NOTIFIED')
    await close(tx, ctx, caseId)
  })
}

/** The cases of those who have left are without object: each is closed on its own. Returns how many were, and how many failed. */
export async function closeCasesOfLeavers(ctx: Context | SystemContext): Promise<Counts> {
  const today = dateColumn(parisDate(ctx.now))
  const gone = await ctx.db.member.findMany({ where: { leftOn: { lte: today } }, select: { id: true } })
  const open = await ctx.db.disciplinaryCase.findMany({
    where: { state: { in: [...OPEN_STATES] }, memberId: { in: gone.map(({ id }) => id) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return eachAlone(
    'cases of leavers',
    open.map(({ id }) => id),
    (id) =>
      transact(ctx.db, async (tx) => {
        const found = await lockCase(tx, id)
        if (!OPEN_STATES.some((state) => state === found.state)) return false
        await close(tx, ctx, id)
        return true
      }),
  )
}

async function close(tx: Tx, ctx: Context | SystemContext, caseId: string): Promise<void> {
  await tx.disciplinaryCase.update({
    where: { id: caseId },
    data: {
      state: 'ABANDONED',
      decidedOn: dateColumn(parisDate(ctx.now)),
      decidedById: ctx.actor?.accountId ?? null,
    },
    select: { id: true },
  })
  await journal(tx, ctx, { act: 'case.abandoned', subject: 'DisciplinaryCase', subjectId: caseId })
}
