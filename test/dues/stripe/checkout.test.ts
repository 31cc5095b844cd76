import { beforeAll, describe, expect, test } from 'vitest'
import { duesOf, openPage, outcomeOf, pageOf, pay, teller, testSeconds } from './support'
import { refusalOf } from '../../members/support'
import { startCheckout } from '~/dues/stripe/start-checkout.server'
import { reloadEnv } from '~/platform/env.server'
import { addBody, buildAssociation, contextFor, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { TEST_KEYS, useStripe } from '../../support/stripe/use-stripe'

const db = useDatabase()
const peer = useStripe(testSeconds)
const tellAll = teller(db, peer)
let built: BuiltAssociation
let next = 0
const member = (): BuiltMember => built.actives[next++]!
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 20, settled: false })
})
const sessions = () => peer().world.all('checkout.session')

test('a card pays the dues: allocation, receipt, fee kept', async () => {
  const who = member()
  const page = await openPage(db(), peer(), who)
  expect(await outcomeOf(db(), who)).toMatchObject({ paidCents: 0, payments: [{ state: 'OPEN' }] })
  peer().act.payByCard(page.id)
  await tellAll()
  expect(await outcomeOf(db(), who)).toEqual({
    paidCents: 5000,
    settled: true,
    closedAs: 'SETTLED',
    allocated: 5000,
    receipts: [5000],
    payments: [{ method: 'CARD', state: 'PAID', received: 5000, refunded: 0, contested: 0, allocated: 5000, fee: 100 }],
    issues: [],
  })
})

test('what Stripe is asked: our payment named on the session and on its payment, French, one hour, card and debit', async () => {
  const who = member()
  const page = await openPage(db(), peer(), who)
  const payment = await db().payment.findUniqueOrThrow({ where: { checkoutId: page.id } })
  const named = { payment_id: payment.id, dues: (await duesOf(db(), who)).reference }
  expect(page).toMatchObject({
    amount_total: 5000,
    currency: 'eur',
    client_reference_id: payment.id,
    metadata: named,
    locale: 'fr',
    payment_method_types: ['card', 'sepa_debit'],
    expires_at: testSeconds() + 3600,
  })
  expect(peer().world.intentMetadata.get(page.id)).toEqual(named)
  expect(page.success_url).toBe(
    `http://localhost:3000/mes-cotisations/paiement/retour?paiement=${payment.id}&vers=%2Fmes-cotisations`,
  )
})

test('one customer of Stripe for an account, whatever its payments; one that Stripe lost is made again', async () => {
  const who = member()
  await openPage(db(), peer(), who)
  const { customer } = await openPage(db(), peer(), who)
  expect(
    peer()
      .world.all('customer')
      .filter(({ email }) => email === who.email),
  ).toHaveLength(1)
  await db().stripeCustomer.update({
    where: { customerId: customer ?? '' },
    data: { customerId: 'cus_of_the_test_world' },
  })
  expect((await openPage(db(), peer(), who)).customer).toBe(customer)
})

describe('refused', () => {
  const part = async (who: BuiltMember, amountCents = 5000) => [{ duesId: (await duesOf(db(), who)).id, amountCents }]

  test('dues of somebody else, or of nobody (404)', async () => {
    const ctx = await contextFor(db(), member())
    expect((await refusalOf(pay(ctx, await part(member())))).status).toBe(404)
    expect((await refusalOf(pay(ctx, []))).status).toBe(404)
  })
  test('more than what is left, nothing, less than Stripe takes; the exact sum passes', async () => {
    const who = member()
    const ctx = await contextFor(db(), who)
    for (const cents of [5001, 0, -1, 49, 50.5])
      expect((await refusalOf(pay(ctx, await part(who, cents)))).status).toBe(409)
    expect(await pay(ctx, await part(who, 50))).toContain('/c/pay/')
  })
  test('dues already paid, or under debit', async () => {
    const [a, b] = [member(), member()]
    peer().act.payByCard((await openPage(db(), peer(), a)).id)
    peer().act.startSepa((await openPage(db(), peer(), b)).id)
    await tellAll()
    expect((await refusalOf(openPage(db(), peer(), a))).message).toContain('déjà réglée')
    expect((await refusalOf(openPage(db(), peer(), b))).message).toContain('prélèvement est déjà en cours')
  })
  test('without keys, in a sentence that says what to do', async () => {
    delete process.env.STRIPE_SECRET_KEY
    reloadEnv()
    expect((await refusalOf(openPage(db(), peer(), member()))).message).toContain('par virement ou par chèque')
    Object.assign(process.env, TEST_KEYS)
    reloadEnv()
  })
})

describe('one page open for a dues', () => {
  test('the old page is closed before another opens', async () => {
    const who = member()
    const old = await openPage(db(), peer(), who)
    const page = await openPage(db(), peer(), who)
    expect([old.status, page.status]).toEqual(['expired', 'open'])
    expect((await outcomeOf(db(), who)).payments.map(({ state }) => state).toSorted()).toEqual(['EXPIRED', 'OPEN'])
  })

  test('the old page was just paid, and we were not told yet: the dues are paid, nothing opens', async () => {
    const who = member()
    const old = await openPage(db(), peer(), who)
    peer().act.payByCard(old.id)
    expect((await refusalOf(openPage(db(), peer(), who))).message).toContain('déjà réglée')
    expect(await outcomeOf(db(), who)).toMatchObject({ paidCents: 5000, payments: [{ state: 'PAID' }] })
  })

  test('paid twice all the same: the second waits for the treasurer', async () => {
    const who = member()
    const first = await openPage(db(), peer(), who)
    const second = await openPage(db(), peer(), who)
    first.status = 'open'
    peer().act.payByCard(first.id)
    peer().act.payByCard(second.id)
    await tellAll()
    const outcome = await outcomeOf(db(), who)
    expect(outcome).toMatchObject({
      paidCents: 5000,
      receipts: [5000],
      issues: [{ kind: 'surplus', resolution: null }],
    })
    expect(outcome.payments.map(({ received }) => received)).toEqual([5000, 5000])
  })

  test('pressed five times at once: one page stays open', async () => {
    const who = member()
    const ctx = await contextFor(db(), who)
    const { id } = await duesOf(db(), who)
    const done = await Promise.allSettled(
      Array.from({ length: 5 }, () => pay(ctx, [{ duesId: id, amountCents: 5000 }])),
    )
    expect(done.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    const payments = await db().payment.findMany({ where: { lines: { some: { duesId: id } }, state: 'OPEN' } })
    expect(payments).toHaveLength(1)
    const open = sessions().filter(
      ({ status, metadata }) => status === 'open' && payments[0]?.id === metadata.payment_id,
    )
    expect(open.map((session) => session.id)).toEqual([payments[0]?.checkoutId])
    const other = sessions().filter(
      ({ status, metadata }) => status === 'open' && metadata.dues === open[0]?.metadata.dues,
    )
    expect(other).toHaveLength(1)
  })
})

describe('Stripe in trouble', () => {
  test('its answer is lost after it acted: asked again under the same key, it is the same page', async () => {
    const before = sessions().length
    peer().trouble(/POST \/v1\/checkout\/sessions$/, 'answer-lost')
    const page = await openPage(db(), peer(), member())
    expect(page.status).toBe('open')
    expect(sessions().length - before).toBe(1)
  })
  test('it fails for a key, and would fail for it a day long: another attempt has another key', async () => {
    peer().trouble(/POST \/v1\/checkout\/sessions$/, 'fails')
    expect((await openPage(db(), peer(), member())).status).toBe('open')
  })
  test('it stays away: nothing is open, and the member reads that nothing was taken', async () => {
    const who = member()
    peer().trouble(/POST \/v1\/checkout\/sessions$/, 'fails', 20)
    expect((await refusalOf(openPage(db(), peer(), who))).message).toContain('Rien n’a été débité')
    expect(await outcomeOf(db(), who)).toMatchObject({ payments: [{ state: 'FAILED' }] })
    peer().calm()
  })
})

test('a representative pays for the body and for himself at once: one payment, a receipt each', async () => {
  const who = member()
  const body = await addBody(db(), { legalName: 'Maison de santé' })
  await db().representative.updateMany({ where: { memberId: body.id }, data: { accountId: who.accountId } })
  const period = await db().duesPeriod.findFirstOrThrow()
  const day = period.startsOn
  await db().dues.create({
    data: {
      memberId: body.id,
      periodId: period.id,
      reference: 'C2027-90001',
      amountCents: 12_000,
      dueOn: day,
      openedOn: day,
    },
  })
  const ctx = await contextFor(db(), who)
  const [mine, its] = [await duesOf(db(), who), await duesOf(db(), body)]
  const page = pageOf(
    peer(),
    await pay(ctx, [
      { duesId: mine.id, amountCents: 5000 },
      { duesId: its.id, amountCents: 12_000 },
    ]),
  )
  expect(page.amount_total).toBe(17_000)
  peer().act.payByCard(page.id)
  await tellAll()
  expect(await outcomeOf(db(), who)).toMatchObject({
    paidCents: 5000,
    receipts: [5000],
    payments: [{ received: 17_000 }],
  })
  expect(await outcomeOf(db(), body)).toMatchObject({ paidCents: 12_000, receipts: [12_000] })
})

test('who pays for another is the payer; the receipt names the member', async () => {
  const [who, other] = [member(), member()]
  const { id: duesId } = await duesOf(db(), other)
  const lines = [{ duesId, amountCents: 5000 }]
  const ctx = await contextFor(db(), who)
  const address = await startCheckout(ctx, { lines, others: [duesId], returnTo: '/' })
  peer().act.payByCard(pageOf(peer(), address).id)
  await tellAll()
  expect(await outcomeOf(db(), other)).toMatchObject({ paidCents: 5000, receipts: [5000] })
  const receipt = await db().receipt.findFirstOrThrow({ where: { duesId }, include: { payment: true } })
  expect([receipt.memberId, receipt.payment.payerName]).toEqual([other.id, who.label])
})
