import { beforeAll, describe, expect, test } from 'vitest'
import { buildAssociation, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { useStripe } from '../../support/stripe/use-stripe'
import { openPage, outcomeOf, tell, teller, testSeconds } from './support'

const db = useDatabase()
const peer = useStripe(testSeconds)
const tellAll = teller(db, peer)
let built: BuiltAssociation
let next = 0
const member = (): BuiltMember => built.actives[next++]!
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 20, settled: false })
})

const unpaid = { paidCents: 0, settled: false, closedAs: null, allocated: 0, receipts: [] }
const paid = { paidCents: 5000, settled: true, closedAs: 'SETTLED', allocated: 5000, receipts: [5000] }
const intentOf = (session: { id: string }) => peer().world.session(session.id).payment_intent ?? ''

/** A member whose dues are paid. */
async function payer(how: 'card' | 'debit') {
  const who = member()
  const page = await openPage(db(), peer(), who)
  if (how === 'card') peer().act.payByCard(page.id)
  else {
    peer().act.startSepa(page.id)
    peer().act.sepaSucceeds(page.id)
  }
  await tellAll()
  expect(await outcomeOf(db(), who)).toMatchObject(paid)
  return { who, page, intent: intentOf(page) }
}

describe('only what Stripe says paid pays the dues', () => {
  test('a debit: « completed » is not paid, five days later it is', async () => {
    const who = member()
    const page = await openPage(db(), peer(), who)
    peer().act.startSepa(page.id)
    await tellAll()
    const waiting = { method: 'SEPA_DEBIT', state: 'PROCESSING', received: 0, fee: null }
    expect(await outcomeOf(db(), who)).toMatchObject({ ...unpaid, payments: [waiting] })
    peer().act.sepaSucceeds(page.id)
    await tellAll()
    expect(await outcomeOf(db(), who)).toMatchObject({
      ...paid,
      payments: [{ state: 'PAID', received: 5000, fee: 35 }],
    })
  })

  test('a debit that fails, a card refused, a page given up leave the dues as they were', async () => {
    const [a, b, c] = [member(), member(), member()]
    const failed = await openPage(db(), peer(), a)
    peer().act.startSepa(failed.id)
    peer().act.sepaFails(failed.id)
    peer().act.cardDeclined((await openPage(db(), peer(), b)).id)
    peer().act.expire((await openPage(db(), peer(), c)).id)
    await tellAll()
    for (const [who, state] of [
      [a, 'FAILED'],
      [b, 'OPEN'],
      [c, 'EXPIRED'],
    ] as const)
      expect(await outcomeOf(db(), who)).toMatchObject({ ...unpaid, payments: [{ state, received: 0 }], issues: [] })
  })

  test('who asked for a debit that fails is told once, however often Stripe says it', async () => {
    const before = await db().mail.count({ where: { template: 'payment-failed' } })
    const page = await openPage(db(), peer(), member())
    peer().act.startSepa(page.id)
    await tellAll()
    expect(await db().mail.count({ where: { template: 'payment-failed' } })).toBe(before)
    peer().act.sepaFails(page.id)
    await tellAll()
    await tellAll()
    const mails = await db().mail.findMany({ where: { template: 'payment-failed' }, orderBy: { queuedAt: 'desc' } })
    expect(mails).toHaveLength(before + 1)
    expect(mails[0]?.subject).toContain('n’a pas abouti')
  })

  test('a card refused, then another accepted on the same page', async () => {
    const who = member()
    const page = await openPage(db(), peer(), who)
    peer().act.cardDeclined(page.id)
    peer().act.payByCard(page.id)
    await tellAll()
    expect(await outcomeOf(db(), who)).toMatchObject({ ...paid, payments: [{ state: 'PAID' }] })
  })
})

describe('money taken back opens the dues again', () => {
  test('a debit disputed weeks later: contested, asked to the treasurer, never deleted', async () => {
    const { who, intent } = await payer('debit')
    peer().act.dispute(intent)
    await tellAll()
    const contested = { state: 'CONTESTED', received: 5000, contested: 5000, allocated: 0 }
    const issues = [{ kind: 'dispute', resolution: null }]
    expect(await outcomeOf(db(), who)).toMatchObject({ ...unpaid, payments: [contested], issues })
  })

  test('a card disputed, then won: given back, the question closes', async () => {
    const { who, intent } = await payer('card')
    const dispute = peer().act.dispute(intent)
    await tellAll()
    expect(await outcomeOf(db(), who)).toMatchObject(unpaid)
    peer().act.disputeWon(dispute.id)
    await tellAll()
    const issues = [{ kind: 'dispute', resolution: 'Contestation gagnée : la somme est rendue.' }]
    expect(await outcomeOf(db(), who)).toMatchObject({ ...paid, payments: [{ state: 'PAID', contested: 0 }], issues })
  })

  test('a mere inquiry of the bank takes nothing', async () => {
    const { who, intent } = await payer('card')
    peer().act.inquiry(intent)
    await tellAll()
    expect(await outcomeOf(db(), who)).toMatchObject({ ...paid, issues: [{ kind: 'dispute', resolution: null }] })
  })

  test('refunded in part then wholly from Stripe’s own site, and a refund that the bank sends back', async () => {
    const { who, intent } = await payer('card')
    peer().act.refund(intent, { amount: 1500 })
    await tellAll()
    const part = { paidCents: 3500, settled: false, closedAs: null, receipts: [3500] }
    expect(await outcomeOf(db(), who)).toMatchObject({ ...part, payments: [{ state: 'PAID', refunded: 1500 }] })
    const rest = peer().act.refund(intent)
    await tellAll()
    expect(await outcomeOf(db(), who)).toMatchObject({ ...unpaid, payments: [{ state: 'REFUNDED', refunded: 5000 }] })
    peer().act.refundFails(rest.id)
    await tellAll()
    expect(await outcomeOf(db(), who)).toMatchObject({ ...part, issues: [{ kind: 'refund-failed', resolution: null }] })
  })
})

describe('the sum is compared in cents, in its currency', () => {
  test.each([
    [4999, { paidCents: 4999, settled: false, receipts: [4999] }, ['amount-differs']],
    [5000, paid, []],
    [5001, paid, ['amount-differs', 'surplus']],
  ])('%i cents for 5000', async (cents, becomes, kinds) => {
    const who = member()
    const page = await openPage(db(), peer(), who)
    page.amount_total = cents
    peer().act.payByCard(page.id)
    await tellAll()
    const outcome = await outcomeOf(db(), who)
    expect(outcome).toMatchObject({ ...becomes, payments: [{ received: cents }] })
    expect(outcome.issues.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('another currency pays nothing and waits for a person', async () => {
    const who = member()
    const page = await openPage(db(), peer(), who)
    page.currency = 'usd'
    peer().act.payByCard(page.id)
    await tellAll()
    const outcome = await outcomeOf(db(), who)
    expect(outcome).toMatchObject({ ...unpaid, payments: [{ state: 'PROCESSING', received: 0 }] })
    expect(outcome.issues).toEqual([{ kind: 'amount-differs', resolution: null }])
  })
})

describe('order and repetition change nothing', () => {
  test('events told backwards, each three times', async () => {
    const { who, page, intent } = await payer('card')
    const dispute = peer().act.dispute(intent, 2000)
    peer().act.disputeLost(dispute.id)
    const ours = peer().events.filter(
      (event) => JSON.stringify(event).includes(intent) || JSON.stringify(event).includes(page.id),
    )
    for (const event of [...ours, ...ours, ...ours].toReversed()) await tell(db(), peer(), event)
    const payments = [{ state: 'CONTESTED', received: 5000, contested: 2000, allocated: 3000 }]
    expect(await outcomeOf(db(), who)).toMatchObject({ paidCents: 3000, receipts: [3000], payments })
    const entries = await db().paymentEntry.findMany({ where: { payment: { paymentIntentId: intent } } })
    expect(entries.map(({ amountCents }) => amountCents)).toEqual([5000, 2000])
  })

  test('money that belongs to no payment of ours is asked about, once', async () => {
    const { page } = await payer('card')
    await db()
      .$executeRaw`update "Payment" set "checkoutId" = 'x', "paymentIntentId" = 'y' where "checkoutId" = ${page.id}`
    peer().world.session(page.id).metadata = { payment_id: 'somebody else' }
    peer().world.intentOf(page).metadata = {}
    const [first, ...rest] = peer().events.filter((event) => JSON.stringify(event).includes(page.id))
    await tell(db(), peer(), { ...first!, id: 'evt_again' })
    expect(rest).toEqual([])
    peer().act.refund(intentOf(page), { amount: 1000 })
    await tellAll()
    const issues = await db().paymentIssue.findMany({ where: { kind: 'payment-unknown' } })
    expect(issues.map(({ key, paymentId }) => [key, paymentId])).toEqual([[`payment-unknown:${intentOf(page)}`, null]])
  })
})
