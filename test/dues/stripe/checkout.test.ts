import { beforeAll, expect, test } from 'vitest'
import { buildAssociation, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { useStripe } from '../../support/stripe/use-stripe'
import { openPage, outcomeOf, teller, testSeconds } from './support'

const db = useDatabase()
const peer = useStripe(testSeconds)
const tellAll = teller(db, peer)
let built: BuiltAssociation
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 12, settled: false })
})

test('a card pays the dues: allocation, receipt, fee kept', async () => {
  const [member] = built.actives
  const page = await openPage(db(), peer(), member!)
  expect(await outcomeOf(db(), member!)).toMatchObject({ paidCents: 0, payments: [{ state: 'OPEN' }] })
  peer().act.payByCard(page.id)
  await tellAll()
  expect(await outcomeOf(db(), member!)).toEqual({
    paidCents: 5000,
    settled: true,
    closedAs: 'SETTLED',
    allocated: 5000,
    receipts: [5000],
    payments: [{ method: 'CARD', state: 'PAID', received: 5000, refunded: 0, contested: 0, allocated: 5000, fee: 100 }],
    issues: [],
  })
})
