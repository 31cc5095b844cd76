import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { findOther } from '~/dues/mine/find-other.server'
import { myDues } from '~/dues/mine/my-dues.query.server'
import { myPayments } from '~/dues/mine/my-payments.query.server'
import { payPage } from '~/dues/mine/pay-page.query.server'
import { pay } from '~/dues/mine/pay.server'
import { recordPayment } from '~/dues/payments/record-payment.server'
import type { Context } from '~/platform/context'
import { addBody, buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { aPayment, duesOfMember } from '../../support/payments'
import { refusalOf } from '../../members/support'

const db = useDatabase()
let built: BuiltAssociation
let treasurer: Context
let mine: Context

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 8, honorary: 1, settled: false })
  treasurer = await contextFor(db(), built.founders[2]!)
  mine = await contextFor(db(), built.actives[0]!)
})

describe('what I owe', () => {
  test('the sum, the day, the reference; late the day after', async () => {
    const page = await myDues(mine)
    const dues = await duesOfMember(db(), built.actives[0]!)
    expect(page.memberships).toHaveLength(1)
    expect(page.memberships[0]?.dues).toMatchObject([
      { year: 2027, lackingCents: 5_000, dueOn: '2027-03-31', reference: dues.reference, late: true, underWay: false },
    ])
    expect(page.ways).toMatchObject({ onLine: false, iban: null })
  })

  test.each([
    ['2027-03-30T10:00:00Z', false],
    ['2027-03-31T10:00:00Z', false],
    ['2027-04-01T10:00:00Z', true],
  ])('on %s, late: %s', async (moment, late) => {
    const page = await myDues({ ...mine, now: Temporal.Instant.from(moment) })
    expect(page.memberships[0]?.dues[0]?.late).toBe(late)
  })

  test('only of the memberships that I speak for', async () => {
    const body = await addBody(db(), { legalName: 'Centre de santé du Port' })
    const page = await myDues(await contextFor(db(), body))
    expect(page.memberships.map(({ label }) => label)).toEqual(['Centre de santé du Port'])
  })
})

describe('paying for another member', () => {
  const other = () => duesOfMember(db(), built.actives[1]!)

  test('needs the reference and the name; case, spaces and hyphen do not matter', async () => {
    const { id, reference } = await other()
    expect(await findOther(mine, { reference: ` ${reference.toLowerCase().replace('-', ' ')} `, name: 'ACTIF' })).toBe(
      id,
    )
  })

  test.each([
    ['another name', (reference: string) => ({ reference, name: 'Durand' })],
    ['a part of the name', (reference: string) => ({ reference, name: 'act' })],
    ['no such reference', () => ({ reference: 'C2027-99999', name: 'Actif' })],
  ])('%s: refused with the same words', async (_, typed) => {
    const refusal = await refusalOf(findOther(mine, typed((await other()).reference)))
    expect(refusal).toMatchObject({
      status: 400,
      message: 'Aucune cotisation à régler ne porte cette référence et ce nom.',
    })
  })

  test('the page names only whom I added; an unknown id shows nothing', async () => {
    const { id } = await other()
    const shown = await payPage(mine, new URLSearchParams([['autre', id], ['autre', '0197a1de-0000-7000-8000-000000000001']])) // prettier-ignore
    expect(shown.own.map(({ memberId }) => memberId)).toEqual([built.actives[0]!.id])
    expect(shown.others.map(({ memberId }) => memberId)).toEqual([built.actives[1]!.id])
  })

  test('while payments on line are not open, says so', async () => {
    const { id } = await other()
    expect((await refusalOf(pay(mine, { duesIds: [id] }))).status).toBe(409)
  })
})

describe('my payments', () => {
  test('a group payment of somebody else shows my part alone; its payer sees all', async () => {
    const members = [built.actives[2]!, built.actives[3]!]
    const dues = await Promise.all(members.map((member) => duesOfMember(db(), member)))
    const payerName = members[0]!.label
    await recordPayment(treasurer, aPayment(dues.map(({ id }) => id), { payerName })) // prettier-ignore
    const [seenByPayer] = await myPayments(await contextFor(db(), members[0]!))
    expect(seenByPayer).toMatchObject({ cents: 10_000, payerName: null })
    expect(seenByPayer?.lines).toHaveLength(2)
    expect(seenByPayer?.receipts).toHaveLength(1)
    const [seenByOther] = await myPayments(await contextFor(db(), members[1]!))
    expect(seenByOther).toMatchObject({ cents: 5_000, payerName, lines: [{ label: members[1]!.label }] })
    expect(await myPayments(mine)).toEqual([])
  })

  test('what the treasurer records is not hers', async () => {
    const own = await myPayments(treasurer)
    expect(own).toEqual([])
  })
})
