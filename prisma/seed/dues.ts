import { openMissingDues } from '~/dues/open-missing-dues.server'
import { applyPayment } from '~/dues/ledger/apply-payment.server'
import { bringTotal } from '~/dues/ledger/bring-total.server'
import { createPayment } from '~/dues/ledger/create-payment.server'
import { MANUAL_METHODS } from '~/dues/payments/payment.form'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { setDues } from '~/dues/set-dues.server'
import { addDays, addYears, earlier } from '~/statutes/civil-date'
import { plainDate } from '~/statutes/french'
import { instantOf } from '~/platform/clock.server'
import { transact, type Db } from '~/platform/db.server'
import { dateColumn } from '~/platform/dates'
import { v7 } from '~/platform/uuid.server'
import type { DemoCalendar } from './calendar'
import { settleMails } from './outbox'

export const DUES = { founder: 10_000, active: 6_000 }
/** Behind this year: a psychologist and the laboratory. */
const BEHIND = ['Haddad Nadia', 'Laboratoire Biomarne']

/** The first pays so many days after the call, the others in as many that follow, before the dues are due. */
const FIRST_DAY = 4
const DAYS = 19

/** The dues of the year before, voted when nobody kept it here yet; all of them were paid. */
export async function seedDuesBefore(db: Db, calendar: DemoCalendar): Promise<void> {
  const { year, due, called, statutesChange, installation } = calendar
  const ctx = { db, actor: null, now: instantOf(earlier(installation, `${year - 1}-12-31`), '11:00') }
  const period = {
    year: year - 1,
    dueOn: addYears(due, -1),
    amounts: { founder: 10_000, active: 5_000 },
    resolutionId: null,
    source: `AGO du ${plainDate(statutesChange)}, résolution 4`,
  }
  await transact(db, (tx) => setDues(tx, ctx, period))
  await takeOver(db, { year: year - 1, first: addYears(addDays(called, FIRST_DAY), -1) })
}

/** The dues of this year, as last year's assembly set them by its resolution; two members are behind. */
export async function settleThisYear(db: Db, { year, called }: DemoCalendar): Promise<void> {
  const paid = { year, first: addDays(called, FIRST_DAY) }
  for (const [rank, { id, member, day }] of (await owed(db, paid, BEHIND)).entries())
    await recordPayment(
      { db, actor: null, now: instantOf(day, '16:00') },
      {
        id: v7(instantOf(day, '16:00').epochMilliseconds),
        method: MANUAL_METHODS[rank % 7 === 3 ? 1 : 0],
        paidOn: day,
        payerName: member.label,
        receivedCents: null,
        chequeNumber: rank % 7 === 3 ? `00048${20 + rank}` : null,
        chequeBank: rank % 7 === 3 ? 'Banque de la Marne' : null,
        reference: null,
        bankLineId: null,
        lines: [{ duesId: id, amountCents: null }],
      },
    )
  await settleMails(db)
}

/** Whoever joined this year owes his dues at once, and pays them some days later. */
export async function settleNewcomers(db: Db, { admission }: DemoCalendar): Promise<void> {
  const ctx = { db, actor: null, now: instantOf(admission, '18:10') }
  await transact(db, (tx) => openMissingDues(tx, ctx))
  const year = Number(admission.slice(0, 4))
  const rows = await db.dues.findMany({
    where: { settledOn: null, period: { year }, member: { admittedOn: dateColumn(admission) } },
    include: { member: { select: { label: true } } },
  })
  const paidOn = addDays(admission, 6)
  const now = instantOf(paidOn, '16:00')
  for (const { id, member } of rows)
    await recordPayment(
      { db, actor: null, now },
      {
        id: v7(now.epochMilliseconds),
        method: 'TRANSFER',
        paidOn,
        payerName: member.label,
        receivedCents: null,
        chequeNumber: null,
        chequeBank: null,
        reference: null,
        bankLineId: null,
        lines: [{ duesId: id, amountCents: null }],
      },
    )
  await settleMails(db)
}

type Paid = { year: number; first: string }

/** What was paid before anything was kept here: no receipt is mailed. */
async function takeOver(db: Db, paid: Paid): Promise<void> {
  for (const { id, amountCents, memberId, member, day } of await owed(db, paid, [])) {
    const ctx = { db, actor: null, now: instantOf(day, '16:00') }
    await transact(db, async (tx) => {
      const lines = [{ duesId: id, amountCents }]
      const payer = { method: 'TRANSFER' as const, payerName: member.label, payerMemberId: memberId }
      const paymentId = await createPayment(tx, ctx, { ...payer, lines })
      const received = { paymentId, kind: 'RECEIVED' as const, totalCents: amountCents, on: day, source: 'takeover' }
      await bringTotal(tx, ctx, received)
      await applyPayment(tx, ctx, paymentId)
    })
  }
}

/** The open dues of a year, each with the day on which it is paid; some names left out. */
async function owed(db: Db, { year, first }: Paid, except: string[]) {
  const rows = await db.dues.findMany({
    where: { period: { year }, settledOn: null, member: { sortName: { notIn: except } } },
    orderBy: { member: { number: 'asc' } },
    include: { member: { select: { label: true } } },
  })
  return rows.map((row, rank) => ({ ...row, day: addDays(first, (rank * 7) % DAYS) }))
}
