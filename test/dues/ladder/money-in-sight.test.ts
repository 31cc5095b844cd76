import { beforeAll, describe, expect, it, test } from 'vitest'
import { ignoreLine } from '~/banking/ignore-line.server'
import { importStatement } from '~/banking/import-statement.server'
import { casePage } from '~/dues/board/case-page.query.server'
import { courierPage } from '~/dues/board/courier-page.query.server'
import { recordPosted } from '~/dues/board/record-posted.server'
import { callDues } from '~/dues/ladder/call-dues.server'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { moneyInSight } from '~/dues/ladder/money-in-sight.server'
import type { PaymentState } from '~/generated/prisma/enums'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { morning, night, nights, stepsOf } from '../../support/ladder'
import { duesOfMember } from '../../support/payments'

const db = useDatabase()
let built: BuiltAssociation

const treasurer = (day: string) => contextFor(db(), built.founders[2]!, morning(day))
const member = (rank: number) => built.actives[rank]!
const dues = (rank: number) => duesOfMember(db(), member(rank))
const stepsFor = async (rank: number) => stepsOf(db(), { duesId: (await dues(rank)).id })
const found = async (rank: number, day: string) => {
  const { id } = await dues(rank)
  return (await transact(db(), (tx) => moneyInSight(tx, [id], day))).get(id) ?? []
}

/** A statement of these credits, imported on a day. */
async function credit(day: string, label: string, euros: string) {
  const [year, month, date] = day.split('-')
  await importStatement(await treasurer(day), {
    fileName: 'releve.csv',
    bytes: Buffer.from(`Date;Libellé;Montant\n${date}/${month}/${year};${label};${euros}`),
  })
  return db().bankLine.findFirstOrThrow({ where: { label } })
}

async function aPaymentOf(rank: number, state: PaymentState, more: object = {}) {
  const { id: duesId } = await dues(rank)
  const lines = { create: { duesId, position: 1, amountCents: 5000 } }
  return db().payment.create({
    data: { method: 'CARD', state, payerName: 'Un payeur', expectedCents: 5000, createdAt: dateColumn('2027-03-20'), lines, ...more },
  }) // prettier-ignore
}

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 12, honorary: 0, duesYear: 2027, settled: false })
  await db().member.update({
    where: { id: member(1).id },
    data: { firstName: 'Anne-Sophie', lastName: 'Lefèvre', label: 'Mme Anne-Sophie Lefèvre' },
  })
  for (const rank of [2, 3])
    await db().member.update({ where: { id: member(rank).id }, data: { firstName: 'Jean', lastName: 'Petit' } })
  await db().member.update({ where: { id: member(4).id }, data: { email: null, accountId: null } })
  await callDues(await treasurer('2027-02-01'), { year: 2027 })
  await nights(db(), '2027-04-01', '2027-04-02')
})

describe('6.4-b a credit of the bank that waits holds the ladder of who may have sent it', () => {
  it('by its reference, or by the name whatever the sum, two members of one name both; put aside, the reminder goes', async () => {
    const lines = [
      await credit('2027-04-10', `VIR ${(await dues(0)).reference}`, '50,00'),
      await credit('2027-04-10', 'VIR MME LEFEVRE ANNE SOPHIE', '49,00'),
      await credit('2027-04-11', 'VIR JEAN PETIT', '50,00'),
    ]
    expect(await night(db(), '2027-04-15')).toMatchObject({ underWay: 4 })
    for (const rank of [0, 1, 2, 3]) expect(await stepsFor(rank)).toEqual(['called 2027-02-01', 'due 2027-04-01'])
    expect((await stepsFor(6)).at(-1)).toBe('reminder-1 2027-04-15')
    for (const { id: lineId } of lines) await ignoreLine(await treasurer('2027-04-15'), { lineId, note: 'un loyer' })
    expect(await night(db(), '2027-04-16')).toMatchObject({ underWay: 0 })
    for (const rank of [0, 1, 2, 3]) expect((await stepsFor(rank)).at(-1)).toBe('reminder-1 2027-04-16')
  })

  it('a label that names nobody holds nobody', async () => {
    await credit('2027-04-12', 'SUBVENTION ARS ILE DE FRANCE', '50,00')
    for (const rank of [5, 6]) expect(await found(rank, '2027-04-16')).toEqual([])
  })

  it('the file says why, with the page where it is placed', async () => {
    const line = await credit('2027-04-20', `COTIS ${(await dues(5)).reference}`, '50,00')
    await nights(db(), '2027-04-29', '2027-05-01')
    expect((await stepsFor(5)).at(-1)).toMatch(/^reminder-1/)
    const file = await casePage(await treasurer('2027-05-01'), (await dues(5)).id)
    expect(file.held).toMatchObject([{ why: expect.stringContaining('20 avril 2027'), to: `/cotisations/releves/lignes/${line.id}` }]) // prettier-ignore
    expect(file.next).toMatchObject({ yours: false, who: 'en attente' })
  })
})

describe('6.4-b the letter asks the same', () => {
  it('is not prepared for who is held, and says so; the others go on', async () => {
    await nights(db(), '2027-05-02', '2027-06-20')
    const day = '2027-06-20'
    const { reference, id } = await dues(7)
    const line = await credit(day, `VIR ${reference}`, '50,00')
    const page = await courierPage(await treasurer(day))
    expect(page.ready.map((each) => each.id)).not.toContain(id)
    expect(page.held.find((each) => each.id === id)).toMatchObject({ by: [{ action: 'Rapprocher ce virement' }] })
    const refusal = prepareNotices(await treasurer(day), [(await dues(8)).id, id])
    await expect(refusal).rejects.toMatchObject({ reasons: [{ rule: '6.4-b', figures: { money: 'transfer' } }] })
    expect(await db().registeredLetter.count()).toBe(0)
    await ignoreLine(await treasurer(day), { lineId: line.id, note: 'autre' })
    expect(await prepareNotices(await treasurer(day), [(await dues(8)).id, id])).toHaveLength(2)
  })
})

describe('other money in sight', () => {
  test.each(['PROCESSING', 'OPEN', 'EXPIRED', 'FAILED', 'CANCELLED'] as const)('a payment %s', async (state) => {
    const until = { checkoutId: `cs_${state}`, checkoutExpires: dateColumn('2027-07-02') }
    const { id } = await aPaymentOf(9, state, state === 'OPEN' ? until : {})
    const kinds = (await found(9, '2027-07-01')).map(({ kind }) => kind)
    expect(kinds).toEqual(state === 'PROCESSING' ? ['debit'] : state === 'OPEN' ? ['checkout'] : [])
    if (state === 'OPEN') expect(await found(9, '2027-07-03')).toEqual([])
    await db().payment.update({ where: { id }, data: { state: 'CANCELLED' } })
  })

  test('a page opened again and again holds no more', async () => {
    const createdAt = dateColumn('2027-06-30')
    for (const rank of [1, 2, 3]) await aPaymentOf(10, 'EXPIRED', { checkoutId: `cs_again_${rank}`, createdAt })
    await aPaymentOf(10, 'OPEN', { checkoutId: 'cs_again', checkoutExpires: dateColumn('2027-07-02'), createdAt })
    expect(await found(10, '2027-07-01')).toEqual([])
  })

  test.each([
    ['surplus', 'surplus'],
    ['dispute', 'dispute'],
    ['amount-differs', 'question'],
  ])('a question that waits (%s), until it is answered', async (kind, shown) => {
    const { id: paymentId } = await aPaymentOf(11, 'PAID')
    const issue = await db().paymentIssue.create({
      data: { kind, key: `${kind}:${paymentId}`, paymentId, details: { cents: 5000 }, createdAt: dateColumn('2027-06-01') },
    }) // prettier-ignore
    expect(await found(11, '2027-07-01')).toMatchObject([{ kind: shown, cents: 5000, about: paymentId }])
    await db().paymentIssue.update({ where: { id: issue.id }, data: { resolvedAt: dateColumn('2027-07-01') } })
    expect(await found(11, '2027-07-01')).toEqual([])
  })

  test('a letter to post is refused too, and shown as waiting', async () => {
    const day = '2027-07-05'
    const { id, reference } = await dues(4)
    await credit(day, `VIR ${reference}`, '50,00')
    const page = await courierPage(await treasurer(day))
    expect(page.toWrite.map((each) => each.id)).not.toContain(id)
    expect(page.messagesHeld).toMatchObject([{ id }])
    const refusal = recordPosted(await treasurer(day), { duesIds: [id], on: day })
    await expect(refusal).rejects.toThrow('pas encore rapproché')
    expect(await stepsFor(4)).toEqual([])
  })
})
