import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { addMonths, type CivilDate } from '~/statutes/civil-date'

const KEPT_MONTHS = 3
export const ERASED_LABEL = 'Candidature effacée'

/** The day on which the data of an application refused or withdrawn are erased. */
export const erasedFrom = (decidedOn: CivilDate): CivilDate => addMonths(decidedOn, KEPT_MONTHS)

/** Erases who applied, three months after the request was refused or withdrawn: the fact and its day stay. Returns how many. */
export async function eraseOldApplications(tx: Tx, ctx: Context | SystemContext): Promise<number> {
  const today = parisDate(ctx.now)
  const closed = await tx.application.findMany({
    where: { state: { in: ['REFUSED', 'WITHDRAWN'] }, erasedOn: null, decidedOn: { not: null } },
    select: { id: true, decidedOn: true },
  })
  const ids = closed.flatMap(({ id, decidedOn }) => (decidedOn && erasedFrom(isoDate(decidedOn)) <= today ? id : []))
  if (ids.length === 0) return 0
  const { count } = await tx.application.updateMany({
    where: { id: { in: ids }, erasedOn: null },
    data: { answers: {}, label: ERASED_LABEL, email: '', commitment: '', erasedOn: dateColumn(today) },
  })
  await journal(tx, ctx, { act: 'applications.erased', subject: 'Application', details: { count } })
  return count
}

/** What a leaver wrote to apply is erased; that he applied, and when, stays. */
export async function forgetApplications(tx: Tx, memberId: string): Promise<void> {
  await tx.application.updateMany({
    where: { memberId },
    data: { answers: {}, label: '', email: '', commitment: '' },
  })
}
