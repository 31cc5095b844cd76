import { beforeAll, expect, test } from 'vitest'
import { findOther } from '~/dues/mine/find-other.server'
import { myPayments } from '~/dues/mine/my-payments.query.server'
import { pay } from '~/dues/mine/pay.server'
import type { Context } from '~/platform/context'
import { addBody, buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { duesOfMember } from '../../support/payments'
import { useStripe } from '../../support/stripe/use-stripe'
import { pageOf, teller, testSeconds } from '../stripe/support'

const db = useDatabase()
const peer = useStripe(testSeconds)
const tellAll = teller(db, peer)
let built: BuiltAssociation
let centre: Context

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 4, settled: false })
  centre = await contextFor(db(), await addBody(db(), { legalName: 'Centre de santé du Port' }))
})

test('a body pays on line for two members whom it names: one payment, one receipt each, in nobody else’s name', async () => {
  const members = [built.actives[0]!, built.actives[1]!]
  const dues = await Promise.all(members.map((member) => duesOfMember(db(), member)))
  const ids = await Promise.all(dues.map(({ reference }) => findOther(centre, { reference, name: 'Actif' })))
  const page = pageOf(peer(), await pay(centre, { duesIds: ids }))
  expect(page.amount_total).toBe(10_000)
  peer().act.payByCard(page.id)
  await tellAll()
  const receipts = await db().receipt.findMany({ where: { cancelledOn: null }, orderBy: { number: 'asc' } })
  expect(new Set(receipts.map(({ memberId }) => memberId))).toEqual(new Set(members.map(({ id }) => id)))
  expect(receipts[0]?.facts).toMatchObject({ payer: 'Centre de santé du Port' })
  const [payment] = await myPayments(centre)
  expect(payment).toMatchObject({ state: 'PAID', cents: 10_000, receipts: [] })
  expect(payment?.lines).toHaveLength(2)
})

test('paying alone for another member is in the payer’s name', async () => {
  const payer = await contextFor(db(), built.actives[2]!)
  const { reference } = await duesOfMember(db(), built.actives[3]!)
  await pay(payer, { duesIds: [await findOther(payer, { reference, name: 'Actif' })] })
  const payment = await db().payment.findFirstOrThrow({ orderBy: { createdAt: 'desc' }, where: { state: 'OPEN' } })
  expect(payment).toMatchObject({ payerName: built.actives[2]!.label, payerMemberId: built.actives[2]!.id })
})
