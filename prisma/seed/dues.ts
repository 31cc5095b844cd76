import { recordSettlement } from '~/dues/record-settlement.server'
import { setDues } from '~/dues/set-dues.server'
import { addDays, earlier } from '~/statutes/civil-date'
import { frenchDate } from '~/statutes/french'
import { instantOf } from '~/platform/clock.server'
import { transact, type Db } from '~/platform/db.server'
import type { DemoCalendar } from './calendar'

export const DUES = { founder: 10_000, active: 6_000 }
/** Behind this year: a psychologist and the laboratory. */
const BEHIND = ['Haddad Nadia', 'Laboratoire Biomarne']

/** The dues of the year before, voted when nobody kept it here yet; all of them were paid. */
export async function seedDuesBefore(db: Db, { year, statutesChange, installation }: DemoCalendar): Promise<void> {
  const ctx = { db, actor: null, now: instantOf(installation, '11:00') }
  const period = {
    year: year - 1,
    dueOn: `${year - 1}-03-31`,
    amounts: { founder: 10_000, active: 5_000 },
    resolutionId: null,
    source: `AGO du ${frenchDate(statutesChange)}, résolution 4`,
  }
  await transact(db, (tx) => setDues(tx, ctx, period))
  await settle(db, { year: year - 1, first: `${year - 1}-01-12`, latest: addDays(installation, -1) })
}

/** The dues of this year, as last year's assembly set them by its resolution; two members are behind. */
export const settleThisYear = (db: Db, { year, today }: DemoCalendar) =>
  settle(db, { year, first: earlier(`${year}-01-12`, addDays(today, -40)), latest: addDays(today, -1), except: BEHIND })

async function settle(db: Db, paid: { year: number; first: string; latest: string; except?: string[] }): Promise<void> {
  const owed = await db.dues.findMany({
    where: { period: { year: paid.year }, settledOn: null, member: { sortName: { notIn: paid.except ?? [] } } },
    orderBy: { member: { number: 'asc' } },
    select: { memberId: true },
  })
  for (const [rank, { memberId }] of owed.entries()) {
    const settledOn = earlier(addDays(paid.first, (rank * 7) % 74), paid.latest)
    await recordSettlement(
      { db, actor: null, now: instantOf(settledOn, '16:00') },
      { memberId, year: paid.year, settledOn },
    )
  }
}
