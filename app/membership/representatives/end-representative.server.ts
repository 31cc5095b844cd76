import { writeRepresentativeEnd } from '~/members/representatives/write-representative.server'
import { lockRunningMeetings } from '~/meetings/proxies/void-proxies-of-member.server'
import { lockOffices } from '~/offices/mandates.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { demandPower } from '~/platform/demand-power.server'
import { journal } from '~/platform/journal.server'
import { badField, notFound, Refusal } from '~/platform/refusal'
import { addDays } from '~/statutes/civil-date'
import { demandAlone, officesSince, votedSince } from '../exercised-since.server'

export type RepresentativeEnd = { memberId: string; representativeId: string; until: string }

/**
 * 6.2-d: `until` is the last day on which the person speaks for the legal person. Refused: before its first day (400), a function
 * that is over (409); alone, once the installation is closed (409): the legal representative by whom the body holds an office, a
 * last day before a vote of the body.
 */
export async function endRepresentative(ctx: Context, input: RepresentativeEnd): Promise<void> {
  demandPower(ctx, 'members.write')
  const { memberId, representativeId, until } = input
  await transact(ctx.db, async (tx) => {
    await lockRunningMeetings(tx)
    await lockOffices(tx)
    const found = await tx.representative.findFirst({
      where: { id: representativeId, memberId },
      select: { kind: true },
    })
    if (!found) throw notFound()
    const from = addDays(until, 1)
    await demandAlone(tx, [
      ...(found.kind === 'LEGAL' ? await officesSince(tx, '6.2-d', { memberId, from }) : []),
      ...(await votedSince(tx, '6.2-d', { memberId, from, today: parisDate(ctx.now) })),
    ])
    await closeRepresentative(tx, ctx, input)
  })
}

/** See `endRepresentative`; in the caller's transaction, whoever judged that it may be recorded. */
export async function closeRepresentative(tx: Tx, ctx: Context, input: RepresentativeEnd): Promise<void> {
  const { memberId, representativeId, until } = input
  await tx.$executeRaw`select 1 from "Representative" where id = ${representativeId}::uuid for update`
  const found = await tx.representative.findFirst({
    where: { id: representativeId, memberId },
    select: { from: true, until: true },
  })
  if (!found) throw notFound()
  if (found.until && isoDate(found.until) < parisDate(ctx.now)) throw new Refusal('Cette fonction a déjà pris fin.')
  if (until < isoDate(found.from)) throw badField('until', 'Le dernier jour vient après le premier.')
  await writeRepresentativeEnd(tx, representativeId, until)
  await journal(tx, ctx, {
    act: 'representative.ended',
    subject: 'Member',
    subjectId: memberId,
    details: { representativeId, until },
  })
}
