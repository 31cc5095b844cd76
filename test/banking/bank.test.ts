import { beforeAll, describe, expect, test } from 'vitest'
import { acceptLine, acceptLines } from '~/dues/matching/accept-line.server'
import { ignoreLine, reopenLine } from '~/banking/ignore-line.server'
import { importStatement } from '~/banking/import-statement.server'
import { proposalKey } from '~/dues/matching/propose'
import { proposalsFor } from '~/dues/matching/proposals.server'
import { cancelPayment } from '~/dues/payments/cancel-payment.server'
import { recordPayment } from '~/dues/payments/record-payment.server'
import type { Context } from '~/platform/context'
import { buildAssociation, contextFor, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { aPayment, duesOfMember } from '../support/payments'
import { refusalOf } from '../members/support'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context
let day = 0

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 4, actives: 30, honorary: 0, settled: false })
  ctx = await contextFor(db(), built.founders[2]!)
})

/** Imports one statement of these credits; each call has a day of its own unless given. */
async function imported(credits: [label: string, euros: string][], on?: string) {
  const date = on ?? `${String((day += 1)).padStart(2, '0')}/04/2027`
  const rows = credits.map(([label, euros]) => `${date};${label};${euros}`)
  return importStatement(ctx, {
    fileName: 'releve.csv',
    bytes: Buffer.from(['Date;Libellé;Montant', ...rows, `${date};EDF;-80,00`].join('\n')),
  })
}
const lineOf = (label: string) => db().bankLine.findFirstOrThrow({ where: { label }, orderBy: { id: 'desc' } })
async function proposalOf(label: string) {
  const line = await lineOf(label)
  return { line, proposal: (await proposalsFor(db(), [line])).get(line.id) ?? null }
}
const reference = async (rank: number) => (await duesOfMember(db(), built.actives[rank]!)).reference

describe('a statement is imported', () => {
  test('credits are kept, debits left aside; imported again, nothing is added', async () => {
    const twice: [string, string][] = [['A', '10,00'], ['A', '10,00'], ['B', '10,00']] // prettier-ignore
    expect(await imported(twice, '01/03/2027')).toMatchObject({ added: 3, known: 0, debits: 1 })
    expect(await imported(twice, '01/03/2027')).toMatchObject({ added: 0, known: 3, debits: 1 })
    expect(await imported([...twice, ['A', '10,00']], '01/03/2027')).toMatchObject({ added: 1, known: 3, debits: 1 })
  })

  test('by two people at once, once', async () => {
    const done = await Promise.all([1, 2, 3].map(() => imported([['C', '11,00'], ['D', '12,00']], '02/03/2027'))) // prettier-ignore
    expect(done.reduce((sum, { added }) => sum + added, 0)).toBe(2)
  })

  test('only by who keeps the dues', async () => {
    const plain = await contextFor(db(), built.actives[0]!)
    expect((await refusalOf(importStatement(plain, { fileName: 'x', bytes: Buffer.from('') }))).status).toBe(403)
  })
})

describe('what is proposed', () => {
  test.each([
    ['49,99', 'below', 'likely', 4_999],
    ['50,00', 'at', 'sure', 5_000],
    ['50,01', 'above', 'likely', 5_000],
  ])('the reference with %s, %s what is due: %s', async (euros, _, grade, cents) => {
    const label = `VIR SEPA ${await reference(0)} ${euros}`
    await imported([[label, euros]])
    expect((await proposalOf(label)).proposal).toMatchObject({ grade, parts: [{ amountCents: cents }] })
  })

  test('two references and their sum: sure, one line each', async () => {
    const label = `CABINET DU PORT ${(await reference(1)).toLowerCase().replace('-', ' ')} / ${await reference(2)}`
    await imported([[label, '100,00']])
    const { proposal } = await proposalOf(label)
    expect(proposal).toMatchObject({ grade: 'sure', why: '2 références et somme exacte' })
    expect(proposal?.parts.map(({ amountCents }) => amountCents)).toEqual([5_000, 5_000])
  })

  test('the name with the exact sum: to be looked at; with another sum, or a part of the name: nothing', async () => {
    const member = await db().member.update({
      where: { id: built.actives[3]!.id },
      data: { lastName: 'Lefèvre', firstName: 'Anne-Sophie', label: 'Anne-Sophie Lefèvre' },
    })
    await imported([['VIR MME LEFEVRE ANNE SOPHIE', '50,00'], ['VIR LEFEVRE ANNE SOPHIE 2', '49,00'], ['VIR LEFEVRE', '50,00']]) // prettier-ignore
    expect((await proposalOf('VIR MME LEFEVRE ANNE SOPHIE')).proposal).toMatchObject({
      grade: 'likely',
      dues: [{ memberId: member.id }],
    })
    expect((await proposalOf('VIR LEFEVRE ANNE SOPHIE 2')).proposal).toBeNull()
    expect((await proposalOf('VIR LEFEVRE')).proposal).toBeNull()
  })

  test('two members of the same name: nothing', async () => {
    for (const rank of [4, 5])
      await db().member.update({
        where: { id: built.actives[rank]!.id },
        data: { lastName: 'Petit', firstName: 'Jean' },
      })
    await imported([['VIR JEAN PETIT', '50,00']])
    expect((await proposalOf('VIR JEAN PETIT')).proposal).toBeNull()
  })
})

describe('a proposal is accepted', () => {
  test('pressed five times at once: one payment; the dues are settled on the day of the statement', async () => {
    const label = `VIR ${await reference(6)}`
    await imported([[label, '50,00']], '05/02/2027')
    const { line, proposal } = await proposalOf(label)
    await Promise.all([1, 2, 3, 4, 5].map(() => acceptLine(ctx, { lineId: line.id, expected: proposalKey(proposal!) })))
    expect(await db().payment.count({ where: { bankLineId: line.id } })).toBe(1)
    const dues = await duesOfMember(db(), built.actives[6]!)
    expect(dues.settledOn?.toISOString()).toContain('2027-02-05')
  })

  test('paid otherwise meanwhile: refused, to be read again', async () => {
    const label = `VIR ${await reference(7)}`
    await imported([[label, '50,00']])
    const { line, proposal } = await proposalOf(label)
    await recordPayment(ctx, aPayment([(await duesOfMember(db(), built.actives[7]!)).id]))
    const refusal = await refusalOf(acceptLine(ctx, { lineId: line.id, expected: proposalKey(proposal!) }))
    expect(refusal.message).toContain('La proposition a changé')
  })

  test('all at once: one refusal stops no other', async () => {
    const labels = await Promise.all([8, 9, 10].map(async (rank) => `VIR ${await reference(rank)}`))
    await imported(labels.map((label) => [label, '50,00']))
    const shown = await Promise.all(labels.map(proposalOf))
    const asked = shown.map(({ line, proposal }) => ({ lineId: line.id, expected: proposalKey(proposal!) }))
    asked[1]!.expected = 'autre'
    expect(await acceptLines(ctx, asked)).toMatchObject({ accepted: 2, refused: [{ lineId: asked[1]!.lineId }] })
  })

  test('paid already: the money is kept as a payment that pays nothing, and is a question', async () => {
    const label = `VIR ${await reference(12)}`
    const dues = await duesOfMember(db(), built.actives[12]!)
    await recordPayment(ctx, aPayment([dues.id]))
    await imported([[label, '50,00']])
    const { line, proposal } = await proposalOf(label)
    expect(proposal).toMatchObject({ grade: 'twice', parts: [] })
    await acceptLine(ctx, { lineId: line.id, expected: proposalKey(proposal!) })
    const payment = await db().payment.findFirstOrThrow({ where: { bankLineId: line.id }, include: { lines: true } })
    expect(payment).toMatchObject({
      receivedCents: 5_000,
      allocatedCents: 0,
      payerMemberId: built.actives[12]!.id,
      lines: [],
    })
    expect(await db().paymentIssue.findUnique({ where: { key: `surplus:${payment.id}` } })).toMatchObject({
      resolvedAt: null,
    })
    expect(await db().receipt.count({ where: { duesId: dues.id } })).toBe(1)
  })

  test('a payment cancelled gives its line back', async () => {
    const label = `VIR ${await reference(11)}`
    await imported([[label, '50,00']])
    const { line, proposal } = await proposalOf(label)
    await acceptLine(ctx, { lineId: line.id, expected: proposalKey(proposal!) })
    const { id } = await db().payment.findFirstOrThrow({ where: { bankLineId: line.id } })
    await cancelPayment(ctx, { paymentId: id, reason: 'cancel-error' })
    expect(await lineOf(label)).toMatchObject({ state: 'OPEN' })
    await acceptLine(ctx, { lineId: line.id, expected: proposalKey(proposal!) })
    expect(await duesOfMember(db(), built.actives[11]!)).toMatchObject({ closedAs: 'SETTLED' })
  })
})

test('a line that pays no dues is put aside with a note, and taken back; a payment is not put aside', async () => {
  await imported([['SUBVENTION ARS', '1 000,00']])
  const { id } = await lineOf('SUBVENTION ARS')
  await ignoreLine(ctx, { lineId: id, note: 'subvention' })
  await ignoreLine(ctx, { lineId: id, note: 'subvention' })
  expect(await lineOf('SUBVENTION ARS')).toMatchObject({ state: 'IGNORED', note: 'subvention' })
  await reopenLine(ctx, id)
  expect(await lineOf('SUBVENTION ARS')).toMatchObject({ state: 'OPEN', note: null })
  const matched = await db().bankLine.findFirstOrThrow({ where: { state: 'MATCHED' } })
  expect((await refusalOf(ignoreLine(ctx, { lineId: matched.id, note: 'x' }))).status).toBe(409)
})
