import type { LateJoiners } from '~/generated/prisma/enums'
import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { demandLawful, Refusal } from '~/platform/refusal'
import { judgeDuesAmounts } from '~/statutes/dues-decision'
import { reason } from '~/statutes/ruling'
import { openMissingDues } from './open-missing-dues.server'

export type DuesDecision = {
  year: number
  dueOn: string
  /** cents by category */
  amounts: Record<string, number>
  resolutionId: string | null
  /** in words: « AGO du 12 juin 2027, résolution 3 » */
  source: string
  /** what a member who joins after the opening owes; the whole amount when absent */
  lateJoiners?: LateJoiners
}

/**
 * 13.2-b, 6-a: the dues of one year as the assembly set them, and what each present member of a paying category owes. The
 * same decision again changes nothing; another one for the same year is refused (409), as is a category that pays nothing
 * or an amount that is missing. Returns the period's id.
 */
export async function setDues(tx: Tx, ctx: Context | SystemContext, input: DuesDecision): Promise<string> {
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(tx, today)
  demandLawful(judgeDuesAmounts(statutes, input.amounts))
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`dues:${input.year}`}, 0))`
  const known = await tx.duesPeriod.findUnique({ where: { year: input.year }, include: { rates: true } })
  if (known) {
    if (known.resolutionId !== null && known.resolutionId === input.resolutionId) return known.id
    const sentence = `La cotisation ${input.year} est déjà fixée (${known.source}).`
    throw new Refusal(sentence, { reasons: [reason('13.2-b', sentence)] })
  }
  const rates = Object.entries(input.amounts).map(([category, amountCents]) => ({ category, amountCents }))
  const period = await tx.duesPeriod.create({
    data: {
      year: input.year,
      startsOn: dateColumn(`${input.year}-01-01`),
      endsOn: dateColumn(`${input.year}-12-31`),
      lateJoiners: input.lateJoiners ?? 'FULL',
      dueOn: dateColumn(input.dueOn),
      setOn: dateColumn(today),
      resolutionId: input.resolutionId,
      source: input.source,
      rates: { create: rates },
    },
    select: { id: true },
  })
  await openMissingDues(tx, ctx, { periodId: period.id })
  await journal(tx, ctx, {
    act: 'dues.set',
    subject: 'DuesPeriod',
    subjectId: period.id,
    details: { year: input.year, dueOn: input.dueOn, amounts: input.amounts, resolutionId: input.resolutionId },
  })
  return period.id
}
