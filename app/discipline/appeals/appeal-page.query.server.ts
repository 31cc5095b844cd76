import { isVoteBegun } from '~/meetings/agenda/vote-begun'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { LockedCase } from '../cases/lock-case.server'
import { stillExcluded } from '~/members/discipline/still-excluded.server'
import { appealFacts, appealListing } from './appeal-facts.server'
import { isAppealPending } from '~/members/discipline/appeal-pending'

type Shown = Omit<LockedCase, 'recusals'>

/** What the page of a case shows of the appeal to the assembly; null where there is no exclusion, or the statutes give none. */
export async function appealOf(ctx: Context, found: Shown) {
  const facts = await appealFacts(ctx.db, found)
  if (!facts?.given || facts.days === null) return null
  const { appealedOn, appealWay, appealText, appealOutcome, appealDecidedOn, appealResolutionId } = found
  const pending = isAppealPending(found)
  const excluded = await stillExcluded(ctx.db, found)
  const ruling = facts.on(parisDate(ctx.now))
  const listing = pending ? await appealListing(ctx.db, found.id) : null
  const where = listing ?? (appealOutcome ? await resolutionOf(ctx, appealResolutionId) : null)
  return {
    days: facts.days,
    decidedOn: facts.decidedOn,
    lastDay: facts.lastDay,
    ruling: { open: ruling.outcome === 'lawful', reasons: ruling.reasons },
    excluded,
    lodged: appealedOn && { on: isoDate(appealedOn), byLetter: appealWay === 'letter', text: appealText },
    outcome: appealOutcome,
    /** the day of the assembly's decision, or of the withdrawal */
    endedOn: appealDecidedOn && isoDate(appealDecidedOn),
    toList: pending && excluded && listing === null,
    withdrawable: pending && excluded && !(listing && isVoteBegun(listing)),
    meeting: where && {
      id: where.meeting.id,
      title: where.meeting.title,
      number: where.number,
      date: isoDate(where.meeting.date),
    },
  }
}

export type AppealShown = NonNullable<Awaited<ReturnType<typeof appealOf>>>

const resolutionOf = (ctx: Context, id: string | null) =>
  id === null
    ? null
    : ctx.db.resolution.findUnique({
        where: { id },
        select: { number: true, meeting: { select: { id: true, title: true, date: true } } },
      })

/** The ordinary assemblies in preparation, on whose agenda an appeal may be put. */
export async function draftAssemblies(ctx: Context) {
  const found = await ctx.db.meeting.findMany({
    where: { body: 'ago', state: 'DRAFT', session: 1 },
    orderBy: { date: 'asc' },
    select: { id: true, date: true },
  })
  return found.map(({ id, date }) => ({ id, date: isoDate(date) }))
}
