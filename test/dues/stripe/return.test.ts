import { beforeAll, expect, test } from 'vitest'
import { paymentReturn } from '~/dues/stripe/payment-return.query.server'
import { loader } from '~/routes/cotisations.stripe'
import { refusalOf } from '../../members/support'
import {
  addCoordinator,
  buildAssociation,
  contextFor,
  cookieFor,
  TEST_NOW,
  type BuiltAssociation,
} from '../../support/builders'
import { useDatabase } from '../../support/database'
import { useStripe } from '../../support/stripe/use-stripe'
import { openPage, teller, testSeconds } from './support'

const db = useDatabase()
const peer = useStripe(testSeconds)
const tellAll = teller(db, peer)
let built: BuiltAssociation
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 8, settled: false })
})

test('the page of return only shows: it waits for Stripe, whatever the address says', async () => {
  const who = built.actives[0]!
  const page = await openPage(db(), peer(), who)
  const request = new Request(page.success_url)
  const ctx = await contextFor(db(), who)
  const shown = await paymentReturn(ctx, request)
  expect(shown).toMatchObject({ state: 'OPEN', waiting: true, totalCents: 5000, backTo: '/mes-cotisations' })
  expect(shown.lines).toEqual([{ label: who.label, year: 2027, amountCents: 5000, settled: false }])
  peer().act.payByCard(page.id)
  expect(await paymentReturn(ctx, request)).toMatchObject({ state: 'OPEN' })
  expect(await paymentReturn({ ...ctx, now: TEST_NOW.add({ minutes: 31 }) }, request)).toMatchObject({ waiting: false })
  await tellAll()
  expect(await paymentReturn(ctx, request)).toMatchObject({ state: 'PAID', waiting: false, lines: [{ settled: true }] })
})

test('a debit is under way for days: shown, not waited for', async () => {
  const who = built.actives[1]!
  const page = await openPage(db(), peer(), who)
  peer().act.startSepa(page.id)
  await tellAll()
  const shown = await paymentReturn(await contextFor(db(), who), new Request(page.success_url))
  expect(shown).toMatchObject({ state: 'PROCESSING', waiting: false, debit: true })
})

test('the payment of somebody else, none, or nonsense: 404', async () => {
  const page = await openPage(db(), peer(), built.actives[2]!)
  const other = await contextFor(db(), built.actives[3]!)
  for (const address of [page.success_url, 'http://x/?paiement=1', 'http://x/'])
    expect((await refusalOf(paymentReturn(other, new Request(address)))).status).toBe(404)
})

test('where one goes on is a page of ours', async () => {
  const who = built.actives[4]!
  const page = await openPage(db(), peer(), who)
  const address = page.success_url.replace('%2Fmes-cotisations', encodeURIComponent('https://evil.example/'))
  expect((await paymentReturn(await contextFor(db(), who), new Request(address))).backTo).toBe('/')
})

test('12-a: the page of Stripe is for who keeps the dues, a coordinator by delegation included', async () => {
  const statusFor = async (person: { accountId: string }) => {
    const request = new Request('http://localhost/cotisations/stripe', {
      headers: { cookie: await cookieFor(db(), person) },
    })
    return loader({ request, params: {}, context: { nonce: '', requestId: '', clientIp: '' } }).then(
      () => 200,
      (thrown: unknown) => (typeof thrown === 'object' && thrown && 'init' in thrown ? thrown.init : thrown),
    )
  }
  expect(await statusFor(built.founders[2]!)).toBe(200)
  expect(await statusFor(built.actives[5]!)).toEqual({ status: 404 })
  expect(await statusFor(await addCoordinator(db(), ['dues.manage']))).toBe(200)
})
