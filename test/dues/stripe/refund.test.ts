import { beforeAll, describe, expect, test } from 'vitest'
import { refundPayment, type Refund } from '~/dues/stripe/refund-payment.server'
import type { Context } from '~/platform/context'
import { refusalOf } from '../../members/support'
import { addBody, buildAssociation, contextFor, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { useStripe } from '../../support/stripe/use-stripe'
import { duesOf, openPage, outcomeOf, pageOf, pay, teller, testSeconds } from './support'

const db = useDatabase()
const peer = useStripe(testSeconds)
const tellAll = teller(db, peer)
let built: BuiltAssociation
let treasurer: Context
let next = 0
const member = (): BuiltMember => built.actives[next++]!
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 12, settled: false })
  treasurer = await contextFor(db(), built.founders[2]!)
})

async function paidPage() {
  const who = member()
  const page = await openPage(db(), peer(), who)
  peer().act.payByCard(page.id)
  await tellAll()
  const { id } = await db().payment.findUniqueOrThrow({ where: { checkoutId: page.id } })
  return { who, page, id, intent: page.payment_intent ?? '' }
}
const refund = (paymentId: string, more: Partial<Refund> = {}, ctx = treasurer) =>
  refundPayment(ctx, { paymentId, duesId: null, amountCents: 2000, reason: 'erreur de montant', ...more })
const refunds = (intent: string) =>
  peer()
    .world.all('refund')
    .filter(({ payment_intent }) => payment_intent === intent)

describe('12-a: who keeps the dues gives back what was paid on line', () => {
  test('in part, then the rest: the dues open again at once, the journal says why', async () => {
    const { who, id } = await paidPage()
    await refund(id)
    expect(await outcomeOf(db(), who)).toMatchObject({
      paidCents: 3000,
      receipts: [3000],
      payments: [{ refunded: 2000 }],
    })
    await refund(id, { amountCents: 3000 })
    expect(await outcomeOf(db(), who)).toMatchObject({ paidCents: 0, payments: [{ state: 'REFUNDED', allocated: 0 }] })
    const said = await db().journalEntry.findFirst({ where: { act: 'payment.refund-asked', subjectId: id } })
    expect(said?.details).toMatchObject({ cents: 2000, reason: 'erreur de montant' })
    await tellAll()
    expect(await outcomeOf(db(), who)).toMatchObject({ payments: [{ state: 'REFUNDED', refunded: 5000 }] })
  })

  test('pressed three times at once, or again once the sum changed: one refund', async () => {
    const { who, id, intent } = await paidPage()
    await Promise.all([1, 2, 3].map(() => refund(id, { refundedBefore: 0 })))
    await refund(id, { refundedBefore: 0 })
    expect(refunds(intent)).toHaveLength(1)
    expect(await outcomeOf(db(), who)).toMatchObject({ payments: [{ refunded: 2000 }] })
  })

  test('the answer of Stripe is lost: pressed again it is the same refund', async () => {
    const { who, id, intent } = await paidPage()
    peer().trouble(/POST \/v1\/refunds/, 'answer-lost', 3)
    expect((await refusalOf(refund(id))).message).toContain('ne part qu’une fois')
    await refund(id)
    expect(refunds(intent)).toHaveLength(1)
    expect(await outcomeOf(db(), who)).toMatchObject({ payments: [{ refunded: 2000 }] })
  })

  test('a refund that the bank sent back can be made again', async () => {
    const { id, intent } = await paidPage()
    await refund(id)
    peer().act.refundFails(refunds(intent)[0]?.id ?? '')
    await tellAll()
    await refund(id)
    expect(refunds(intent).map(({ status }) => status)).toEqual(['succeeded', 'failed'])
  })
})

test('of a payment for several, the member chosen gives back', async () => {
  const who = member()
  const body = await addBody(db(), { legalName: 'Pôle de santé' })
  await db().representative.updateMany({ where: { memberId: body.id }, data: { accountId: who.accountId } })
  const { periodId, dueOn } = await duesOf(db(), who)
  const rest = { periodId, reference: 'C2027-90002', amountCents: 5000, dueOn, openedOn: dueOn }
  await db().dues.create({ data: { ...rest, memberId: body.id } })
  const [mine, its] = [await duesOf(db(), who), await duesOf(db(), body)]
  const both = [mine, its].map(({ id }) => ({ duesId: id, amountCents: 5000 }))
  const page = pageOf(peer(), await pay(await contextFor(db(), who), both))
  peer().act.payByCard(page.id)
  await tellAll()
  const { id } = await db().payment.findUniqueOrThrow({ where: { checkoutId: page.id } })
  await refund(id, { duesId: mine.id })
  await refund(id, { duesId: its.id, amountCents: 1000 })
  expect(await outcomeOf(db(), who)).toMatchObject({ paidCents: 3000, receipts: [3000] })
  expect(await outcomeOf(db(), body)).toMatchObject({ paidCents: 4000, receipts: [4000] })
  expect(refunds(page.payment_intent ?? '').map(({ metadata }) => metadata.dues_id)).toEqual([its.id, mine.id])
  expect((await refusalOf(refund(id, { duesId: built.founders[0]!.id }))).status).toBe(404)
})

describe('refused', () => {
  test('to members, for more than is left, for no sum, for what was not paid on line', async () => {
    const { who, id } = await paidPage()
    expect((await refusalOf(refund(id, {}, await contextFor(db(), who)))).status).toBe(403)
    for (const amountCents of [5001, 0, -5, 0.5])
      expect((await refusalOf(refund(id, { amountCents }))).status).toBe(400)
    await refund(id, { amountCents: 5000 })
    expect((await refusalOf(refund(id))).message).toContain('ne reste rien')
    await db().payment.update({ where: { id }, data: { paymentIntentId: null } })
    expect((await refusalOf(refund(id))).message).toContain('pas été fait en ligne')
  })

  test('by Stripe, while the payer’s bank judges', async () => {
    const { id, intent } = await paidPage()
    peer().act.dispute(intent, 1000)
    expect((await refusalOf(refund(id))).message).toContain('contesté')
  })
})
