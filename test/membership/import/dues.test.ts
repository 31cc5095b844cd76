import { beforeEach, describe, expect, test } from 'vitest'
import { takeOverPeriod } from '~/dues/take-over-period.server'
import { inHand } from '~/dues/slips/in-hand.server'
import { callDues } from '~/dues/ladder/call-dues.server'
import { applyImport } from '~/members/import/apply-import.server'
import { planImport, type ImportSource } from '~/members/import/plan-import.server'
import { startImport } from '~/members/import/start-import.server'
import { duesSideFor } from '~/membership/import/dues-side.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase } from '../../support/joining'
import { night, stepsOf } from '../../support/ladder'
import { duesRow, pay } from '../../support/ledger'

const db = useDatabase()
let association: BuiltAssociation
let president: Context

beforeEach(async () => {
  await emptyDatabase(db())
  association = await buildAssociation(db(), { founders: 3, actives: 2, honorary: 1, duesYear: 2020 })
  president = await contextFor(db(), association.founders[0] ?? { accountId: '' })
})

/** Dues of 50 €, due on 31 March 2027, as an assembly set them before. */
const takeOver = () =>
  takeOverPeriod(president, {
    year: 2027,
    decidedOn: '2026-06-10',
    resolution: 'résolution 4',
    dueOn: '2027-03-31',
    amounts: { founder: 5000, active: 5000 },
    lateJoiners: 'FULL',
  })

const HEAD =
  'nom;prenom;email;code_postal;college;date_adhesion;cotisation_annee;cotisation_montant;cotisation_reglee_le;cotisation_mode;cotisation_reference'
const source = (lines: string[]): ImportSource => ({
  bytes: Buffer.from(`${HEAD}\n${lines.join('\n')}\n`),
  fileName: 'membres.csv',
  defaultCategory: null,
  defaultAdmitted: null,
})
const line = (name: string, dues: string) => `${name};Zoé;${name.toLowerCase()}@ex.fr;94200;actif;14/03/2021;${dues}`
const PAID = '2027;50,00;31/01/2027;virement;VIR ZOE'
const OWED = '2027;;;;'

const plan = (lines: string[], ctx = president) => planImport(db(), ctx, source(lines), duesSideFor(ctx))

async function importAll(lines: string[], { receipts = false } = {}) {
  const side = duesSideFor(president)
  const importId = await startImport(president, source(lines))
  const { counts, dues } = await plan(lines)
  const expected = { create: counts.create, change: counts.change, paid: dues?.paid, paidCents: dues?.paidCents }
  return { importId, counts: await applyImport(president, { importId, onlyGood: false, expected, receipts }, side) }
}

const newcomer = (email: string) => db().member.findFirstOrThrow({ where: { email } })

describe('the dry run', () => {
  test('12-a: says what would be opened and taken over, and writes nothing', async () => {
    await takeOver()
    const { lines, counts, dues } = await plan([
      line('Paye', PAID),
      line('Doit', OWED),
      line('Part', '2027;20;01/02/2027;chèque;'),
    ])
    expect(counts).toMatchObject({ create: 3, refused: 0 })
    expect(dues).toEqual({ opened: 3, paid: 2, paidCents: 7000 })
    expect(lines[0]?.changes).toEqual([{ label: 'Cotisation 2027', from: expect.stringMatching(/^50,00.€ dus$/), to: expect.stringMatching(/^50,00.€ réglés le 31.janvier 2027 par virement$/) }]) // prettier-ignore
    expect(lines[1]?.notes[0]).toMatch(/Cotisation 2027 ouverte : 50,00/)
    expect(lines[2]?.changes[0]?.to).toMatch(/; 30,00.€ restent dus$/)
    expect(await db().payment.count()).toBe(0)
  })

  test.each([
    ['49,99', 'taken'],
    ['50,00', 'taken'],
    ['50,01', 'refused'],
  ])('%s for dues of 50 €: %s', async (sum, outcome) => {
    await takeOver()
    const { lines, dues } = await plan([line('Paye', `2027;${sum};31/01/2027;virement;`)])
    expect(dues?.paid).toBe(outcome === 'taken' ? 1 : 0)
    expect(lines[0]?.outcome).toBe(outcome === 'taken' ? 'create' : 'refused')
    if (outcome === 'refused') expect(lines[0]?.faults[0]).toMatch(/^cotisation_montant : 50,01/)
  })

  test('a year that is not set here is refused with the page where it is', async () => {
    const { lines } = await plan([line('Paye', PAID)])
    expect(lines[0]).toMatchObject({ line: 2, outcome: 'refused' })
    expect(lines[0]?.faults[0]).toMatch(/^cotisation_annee : la cotisation 2027 n’est pas fixée ici\..*Exercices/)
  })

  test('a member of honour pays nothing: his payment is refused, his year alone is not', async () => {
    await takeOver()
    const honorary = (dues: string) => line('Honneur', dues).replace('actif', 'honneur')
    expect((await plan([honorary(PAID)])).lines[0]?.faults[0]).toContain('aucune cotisation 2027 n’est demandée')
    expect((await plan([honorary(OWED)])).lines[0]?.outcome).toBe('create')
  })

  test('12-a: who keeps the register but not the dues imports the members alone, and is told', async () => {
    await takeOver()
    const secretary = await contextFor(db(), association.founders[1] ?? { accountId: '' })
    const { dues, duesUnread, counts } = await plan([line('Paye', PAID)], secretary)
    expect({ dues, duesUnread, counts }).toMatchObject({ dues: null, duesUnread: true, counts: { create: 1 } })
  })
})

describe('the import', () => {
  test('writes dues, payment and no receipt; no mail leaves; a cheque is not in hand', async () => {
    await takeOver()
    await importAll([line('Paye', PAID), line('Doit', OWED), line('Cheque', '2027;50;01/02/2027;chèque;nº 123')])
    const { id } = await newcomer('paye@ex.fr')
    const dues = await duesRow(db(), id, 2027)
    expect(dues).toMatchObject({ paidCents: 5000, closedAs: 'SETTLED', nextOn: null })
    expect(dues.settledOn && isoDate(dues.settledOn)).toBe('2027-01-31')
    expect(await db().payment.findFirstOrThrow({ where: { payerMemberId: id }, include: { entries: true } })).toMatchObject({
      method: 'TRANSFER', state: 'PAID', reference: 'VIR ZOE', receivedCents: 5000, allocatedCents: 5000,
      entries: [{ kind: 'RECEIVED', amountCents: 5000, source: 'takeover-receipted' }],
    }) // prettier-ignore
    expect(await db().receipt.count()).toBe(0)
    expect(await db().mail.count()).toBe(0)
    expect(await db().payment.count({ where: inHand })).toBe(0)
    expect((await duesRow(db(), (await newcomer('doit@ex.fr')).id, 2027)).paidCents).toBe(0)
  })

  test('receipts asked for are numbered, and nobody is written to', async () => {
    await takeOver()
    await importAll([line('Paye', PAID), line('Aussi', PAID)], { receipts: true })
    expect(
      await db().receipt.findMany({ select: { number: true, amountCents: true }, orderBy: { number: 'asc' } }),
    ).toEqual([
      { number: 1, amountCents: 5000 },
      { number: 2, amountCents: 5000 },
    ])
    expect(await db().mail.count()).toBe(0)
  })

  test('the same file again changes nothing, settled or not; pressed twice neither', async () => {
    await takeOver()
    const lines = [line('Paye', PAID), line('Part', '2027;20;01/02/2027;chèque;'), line('Doit', OWED)]
    const { importId, counts } = await importAll(lines)
    const expected = { create: 3, change: 0, paid: 2, paidCents: 7000 }
    const again = { importId, onlyGood: false, expected }
    expect(await applyImport(president, again, duesSideFor(president))).toEqual(counts)
    const second = await plan(lines)
    expect(second).toMatchObject({ counts: { create: 0, change: 0, same: 3 }, dues: { opened: 0, paid: 0 } })
    expect(second.lines[0]?.notes[0]).toContain('déjà réglée ici')
    expect(second.lines[1]?.notes[0]).toContain('déjà enregistré ici')
    expect(await db().payment.count()).toBe(2)
  })

  test('a recorded member is known again: his payment is taken over, what he paid here is not', async () => {
    await takeOver()
    const [one, two] = association.actives
    if (!one || !two) throw new Error('members are missing')
    await pay(president, [{ duesId: (await duesRow(db(), two.id, 2027)).id, amountCents: 5000 }])
    const known = (member: typeof one, rank: number) => `Actif;${rank};${member.email};;;;${PAID}`
    const { counts } = await importAll([known(one, 1), known(two, 2)])
    expect(counts).toMatchObject({ create: 0, change: 1, same: 1 })
    expect((await duesRow(db(), one.id, 2027)).paidCents).toBe(5000)
    expect(await db().payment.count()).toBe(2)
  })

  test('a payment that came between the dry run and the confirmation stops it', async () => {
    await takeOver()
    const [one] = association.actives
    if (!one) throw new Error('a member is missing')
    const lines = [`Actif;1;${one.email};;;;${PAID}`]
    const importId = await startImport(president, source(lines))
    await pay(president, [{ duesId: (await duesRow(db(), one.id, 2027)).id, amountCents: 5000 }])
    const expected = { create: 0, change: 1, paid: 1, paidCents: 5000 }
    const apply = applyImport(president, { importId, onlyGood: false, expected }, duesSideFor(president))
    await expect(apply).rejects.toMatchObject({ status: 409 })
    expect(await db().payment.count()).toBe(1)
  })

  test('the set-based writing is that of the one payment: same rows, whichever way', async () => {
    await takeOver()
    await importAll([line('Paye', PAID), line('Autre', OWED)], { receipts: true })
    const [mine, theirs] = [(await newcomer('paye@ex.fr')).id, (await newcomer('autre@ex.fr')).id]
    await pay(president, [{ duesId: (await duesRow(db(), theirs, 2027)).id, amountCents: 5000 }])
    const shape = async (memberId: string) => {
      const { lines, allocations, receipts, ...dues } = await db().dues.findFirstOrThrow({
        where: { memberId, period: { year: 2027 } },
        include: { allocations: true, receipts: true, lines: { include: { payment: { include: { entries: true } } } } },
      })
      return {
        dues: [dues.paidCents, dues.closedAs, dues.nextOn, dues.settledOn !== null],
        lines: lines.map(({ position, amountCents, refundFirst, payment: { state, expectedCents, receivedCents, allocatedCents, currency, entries } }) => [position, amountCents, refundFirst, state, expectedCents, receivedCents, allocatedCents, currency, entries.map(({ kind, amountCents: cents }) => [kind, cents])]),
        allocations: allocations.map(({ amountCents }) => amountCents),
        receipts: receipts.map(({ amountCents, cancelledOn }) => [amountCents, cancelledOn]),
      } // prettier-ignore
    }
    expect(await shape(mine)).toEqual(await shape(theirs))
  })

  test('6.4-b: who still owes starts at the first reminder, whatever was sent elsewhere', async () => {
    await takeOver()
    await callDues(president, { year: 2027, takenOver: true })
    await importAll([line('Doit', OWED)])
    const { id } = await newcomer('doit@ex.fr')
    await night(db(), '2027-05-11')
    expect(await stepsOf(db(), { memberId: id })).toEqual(['called 2027-03-31', 'due 2027-04-01'])
    await night(db(), '2027-05-12')
    expect((await stepsOf(db(), { memberId: id })).at(-1)).toBe('reminder-1 2027-05-12')
  })

  test('3,000 lines, half of them paid, take less than 10 s of this process', async () => {
    await takeOver()
    const lines = Array.from({ length: 3_000 }, (_, rank) => line(`Nom${rank}`, rank % 2 === 0 ? PAID : OWED))
    const start = process.cpuUsage()
    await importAll(lines)
    const { user, system } = process.cpuUsage(start)
    expect(await db().payment.count()).toBe(1_500)
    expect((user + system) / 1_000_000).toBeLessThan(10)
  }, 60_000)
})
