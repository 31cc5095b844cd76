import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { syncPayment } from '~/dues/stripe/sync-payment.server'
import { isoDate } from '~/platform/dates'
import { buildAssociation, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { useStripe } from '../../support/stripe/use-stripe'
import { duesOf, later, openPage, system, tell, testSeconds } from './support'

const DAY = 24 * 3600
let daysGone = 0
const db = useDatabase()
const peer = useStripe(() => testSeconds() + daysGone * DAY)
let built: BuiltAssociation
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 14, settled: false })
})
let next = 0
const somebody = () => built.actives[next++]!

/** A debit asked for on the first day, which succeeds six days later, and is disputed a month after. */
async function debit(who: BuiltMember) {
  daysGone = 0
  const page = await openPage(db(), peer(), who)
  const from = peer().events.length
  peer().act.startSepa(page.id)
  daysGone = 6
  peer().act.sepaSucceeds(page.id)
  daysGone = 0
  return { page, events: () => peer().events.slice(from) }
}

async function daysOf(who: BuiltMember) {
  const dues = await duesOf(db(), who)
  const payment = await db().payment.findFirstOrThrow({ where: { lines: { some: { duesId: dues.id } } } })
  const entries = await db().paymentEntry.findMany({ where: { paymentId: payment.id, kind: 'RECEIVED' } })
  return { paidOn: payment.paidOn && isoDate(payment.paidOn), entries: entries.map(({ on }) => isoDate(on)) }
}

/** TEST_NOW is the 10th of May 2027. */
const SUCCEEDED = { paidOn: '2027-05-16', entries: ['2027-05-16'] }

test('a debit is paid on the day when Stripe says so, in whatever order and as often as its events come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9), { minLength: 2, maxLength: 5 }), async (order) => {
      const who = somebody()
      const { page, events } = await debit(who)
      const all = events()
      daysGone = 40
      const tellAt = async (rank: number) => tell(db(), peer(), all[rank % all.length]!)
      for (const rank of order) await tellAt(rank)
      for (let rank = 0; rank < all.length; rank += 1) await tellAt(rank)
      const { id } = await db().payment.findUniqueOrThrow({ where: { checkoutId: page.id } })
      await syncPayment(system(db(), later(40)), { paymentId: id, checkoutId: page.id })
      expect(await daysOf(who)).toEqual(SUCCEEDED)
    }),
    { numRuns: 4, endOnFailure: true },
  )
}, 120_000)

test('no event of ours at all, read again by night: the same day', async () => {
  const who = somebody()
  const { page } = await debit(who)
  const { id } = await db().payment.findUniqueOrThrow({ where: { checkoutId: page.id } })
  await syncPayment(system(db(), later(9)), { paymentId: id, checkoutId: page.id })
  expect(await daysOf(who)).toEqual(SUCCEEDED)
})

test('a card is paid on the day when it was used', async () => {
  const who = somebody()
  daysGone = 0
  const page = await openPage(db(), peer(), who)
  peer().act.payByCard(page.id)
  const { id } = await db().payment.findUniqueOrThrow({ where: { checkoutId: page.id } })
  await syncPayment(system(db(), later(3)), { paymentId: id, checkoutId: page.id })
  expect(await daysOf(who)).toEqual({ paidOn: '2027-05-10', entries: ['2027-05-10'] })
})
