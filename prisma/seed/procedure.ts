import { callDues } from '~/dues/ladder/call-dues.server'
import { followDuesLetter } from '~/dues/ladder/follow-letter.server'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { runDuesNight } from '~/dues/ladder/run-dues-night.server'
import { recordLetterStep } from '~/letters/record-letter-step.server'
import { instantOf } from '~/platform/clock.server'
import { isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { addDays } from '~/statutes/civil-date'
import { officer } from './actors'
import type { DemoCalendar } from './calendar'
import { settleMails } from './outbox'

/** Who has come to the end of the procedure: his letter was presented, his time to answer is over. */
const AT_THE_END = 'Haddad Nadia'

type Deposit = { step: 'deposited'; channel: 'POSTAL'; postalNumber: string }

/** The treasurer calls the dues of this year before the first of them is paid (12-a). */
export async function callThisYear(db: Db, { year, called }: DemoCalendar): Promise<void> {
  const ctx = await officer(db, 'treasurer', instantOf(called, '18:00'))
  await callDues(ctx, { year })
  await settleMails(db)
}

/** The nights on which something was due, until yesterday; then the registered letter of one of the two who are behind (6.4-b). */
export async function followUnpaidDues(db: Db, { today }: DemoCalendar): Promise<void> {
  await runNights(db, today)
  const [behind] = await db.$queryRaw<{ id: string; noticeOn: Date }[]>`
    select d.id, (d."stageOn" + 20) as "noticeOn" from "Dues" d join "Member" m on m.id = d."memberId"
     where m."sortName" = ${AT_THE_END} and d.stage = 'reminder-3' and d."closedAs" is null`
  if (!behind) throw new Error(`${AT_THE_END} has had all reminders`)
  const written = isoDate(behind.noticeOn)
  const at = (days: number) => officer(db, 'treasurer', instantOf(addDays(written, days), '10:00'))
  const [letterId = ''] = await prepareNotices(await at(0), [behind.id])
  const step = async (days: number, proof: { step: 'presented' } | Deposit) =>
    recordLetterStep(await at(days), { letterId, on: addDays(written, days), ...proof }, followDuesLetter)
  await step(1, { step: 'deposited', channel: 'POSTAL', postalNumber: '1A 204 417 3306 2' })
  await step(4, { step: 'presented' })
  await runNights(db, today)
}

/** Runs each night on which a dues had something due, before today, and the last one; its mails leave before the next. */
async function runNights(db: Db, today: string): Promise<void> {
  for (let last = ''; ;) {
    const { _min } = await db.dues.aggregate({ where: { closedAs: null }, _min: { nextOn: true } })
    const day = _min.nextOn && isoDate(_min.nextOn)
    if (!day || day >= today || day <= last) break
    await runDuesNight({ db, actor: null, now: instantOf(day, '05:40') })
    await settleMails(db)
    last = day
  }
  await runDuesNight({ db, actor: null, now: instantOf(addDays(today, -1), '05:40') })
  await settleMails(db)
}
