import { beforeEach, describe, expect, it } from 'vitest'
import { addRepresentative } from '~/membership/representatives/add-representative.server'
import { readmitMember } from '~/membership/admission/readmit-member.server'
import { registerMember } from '~/membership/admission/register-member.server'
import { departureSchema } from '~/membership/leaving/departure.form'
import { recordDeparture } from '~/membership/leaving/record-departure.server'
import { resign } from '~/membership/leaving/resign.server'
import { resignationPage } from '~/membership/leaving/resignation-page.query.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { frenchDate } from '~/ui/format'
import { addBody, buildAssociation, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase, recordAdmission } from '../../support/joining'
import { aPerson, refusalOf } from '../../members/support'

const db = useDatabase()
let association: BuiltAssociation
let secretary: Context
const active = (index: number) => association.actives[index] ?? missing()
const missing = (): never => {
  throw new Error('no such member')
}

beforeEach(async () => {
  await emptyDatabase(db())
  association = await buildAssociation(db(), { actives: 4, settled: false })
  secretary = await contextFor(db(), association.founders[1] ?? missing())
})

const mails = async () =>
  (await db().mail.findMany({ orderBy: { id: 'asc' } })).map(({ template, toAddress, props }) => ({
    template,
    toAddress,
    props,
  }))
const resigned = { kind: 'RESIGNED' as const, channel: 'mail' as const, receivedOn: '2027-05-08', reason: null }

describe('a departure that the secretary records', () => {
  it('4.13 a resignation by mail takes effect on receipt; the member gets an acknowledgement that says what remains due', async () => {
    const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])
    const file = { bytes, fileName: 'lettre.pdf', mime: 'application/pdf', inline: true }
    await recordDeparture(secretary, { ...resigned, memberId: active(0).id, file })
    const member = await db().member.findUniqueOrThrow({ where: { id: active(0).id } })
    expect(member.leftOn && isoDate(member.leftOn)).toBe('2027-05-08')
    const [row] = await db().resignation.findMany()
    expect(row).toMatchObject({ memberId: active(0).id, channel: 'mail', recordedById: secretary.actor.accountId })
    expect(await db().document.findFirstOrThrow()).toMatchObject({ id: row?.documentId, memberId: active(0).id })
    expect(await mails()).toMatchObject([
      {
        template: 'resignation-received',
        toAddress: active(0).email,
        props: {
          endsOn: frenchDate('2027-05-08'),
          received: `${frenchDate('2027-05-08')}, par courriel`,
          dues: [{ year: 2027 }],
          offices: [],
        },
      },
    ])
  })

  it('4.13 a later day named by the member is kept; until then he stays', async () => {
    await recordDeparture(secretary, { ...resigned, on: '2027-06-30', memberId: active(0).id })
    const member = await db().member.findUniqueOrThrow({ where: { id: active(0).id } })
    expect(member).toMatchObject({ restrictedOn: null })
    expect((await contextFor(db(), active(0))).actor.actingFor).toHaveLength(1)
    expect((await mails())[0]?.props).toMatchObject({ ahead: true, endsOn: frenchDate('2027-06-30') })
  })

  it('4.13 a receipt to come is refused; an effect before the receipt is not a valid form', async () => {
    const refusal = await refusalOf(
      recordDeparture(secretary, { ...resigned, receivedOn: '2027-05-11', memberId: active(0).id }),
    )
    expect(refusal).toMatchObject({ status: 400, fieldErrors: { receivedOn: [expect.stringContaining('à venir')] } })
    const parsed = departureSchema.safeParse({ ...resigned, reason: '', on: '2027-05-07' })
    expect(parsed.error?.issues[0]?.path).toEqual(['on'])
  })

  it('4.12 a death and the end of a body write no resignation and send nothing', async () => {
    const body = await addBody(db(), { legalName: 'Centre de santé' })
    await recordAdmission(db(), body.id)
    const tomorrow = { kind: 'DECEASED', on: '2028-01-01', reason: null, memberId: active(0).id } as const
    expect(await refusalOf(recordDeparture(secretary, tomorrow))).toMatchObject({ status: 400 })
    await recordDeparture(secretary, { kind: 'DECEASED', on: '2027-05-02', reason: null, memberId: active(0).id })
    await recordDeparture(secretary, { kind: 'DISSOLVED', on: '2027-05-02', reason: null, memberId: body.id })
    expect(await db().resignation.count()).toBe(0)
    expect(await mails()).toEqual([])
    expect(await db().member.count({ where: { restrictedOn: { not: null } } })).toBe(2)
  })

  it('6.4-a a departure is recorded once; the cause must be possible; who does not keep the register may not', async () => {
    await recordDeparture(secretary, { ...resigned, memberId: active(0).id })
    const again = await refusalOf(
      recordDeparture(secretary, { ...resigned, receivedOn: '2027-05-09', memberId: active(0).id }),
    )
    expect(again.reasons[0]?.rule).toBe('6.4-a')
    const dissolved = { kind: 'DISSOLVED' as const, on: '2027-05-09', reason: null, memberId: active(1).id }
    expect((await refusalOf(recordDeparture(secretary, dissolved))).status).toBe(409)
    const plain = await contextFor(db(), active(2))
    expect((await refusalOf(recordDeparture(plain, { ...resigned, memberId: active(1).id }))).status).toBe(403)
    expect(await db().resignation.count()).toBe(1)
  })
})

describe('a member who resigns from his page', () => {
  const form = (index: number, more = {}) => ({
    memberId: active(index).id,
    confirmation: active(index).label,
    text: '',
    ...more,
  })

  it('4.13 leaves at once; his dues of the year remain; he and the officers are told', async () => {
    await resign(await contextFor(db(), active(0)), form(0, { text: 'Je quitte le territoire.' }))
    const member = await db().member.findUniqueOrThrow({ where: { id: active(0).id } })
    expect(member.leftOn && isoDate(member.leftOn)).toBe('2027-05-10')
    expect(await db().dues.findFirstOrThrow({ where: { memberId: active(0).id } })).toMatchObject({
      closedAs: 'LEFT',
      amountCents: 5000,
      paidCents: 0,
    })
    expect((await mails()).map(({ template, toAddress }) => [template, toAddress])).toEqual(
      expect.arrayContaining([
        ['resignation-notice', association.founders[0]?.email],
        ['resignation-notice', association.founders[1]?.email],
        ['resignation-received', active(0).email],
      ]),
    )
    expect(await db().mail.count()).toBe(3)
    expect(await db().resignation.findFirstOrThrow()).toMatchObject({
      channel: 'online',
      text: 'Je quitte le territoire.',
    })
    expect(await db().session.count({ where: { accountId: active(0).accountId, revokedAt: null } })).toBe(0)
  })

  it('4.13 art. 4: dues of a period that begins later are not owed', async () => {
    const period = await db().duesPeriod.create({
      data: {
        year: 2028,
        startsOn: dateColumn('2028-01-01'),
        endsOn: dateColumn('2028-12-31'),
        dueOn: dateColumn('2028-03-31'),
        setOn: dateColumn('2027-05-01'),
        source: 'AGO',
      },
    })
    await db().dues.create({
      data: {
        memberId: active(0).id,
        periodId: period.id,
        reference: 'C2028-1',
        amountCents: 6000,
        dueOn: dateColumn('2028-03-31'),
        openedOn: dateColumn('2027-05-01'),
      },
    })
    const page = await resignationPage(await contextFor(db(), active(0)), null)
    expect(page?.left.dues).toEqual([{ year: 2027, cents: 5000 }])
  })

  it('8.1-b the President resigns: the presidency is vacant, the secretary alone is told', async () => {
    const president = association.founders[0] ?? missing()
    await resign(await contextFor(db(), president), { memberId: president.id, confirmation: president.label, text: '' })
    expect(await db().mandate.count({ where: { office: 'president', endedOn: null } })).toBe(0)
    const told = (await mails()).filter(({ template }) => template === 'resignation-notice')
    expect(told).toMatchObject([{ toAddress: association.founders[1]?.email, props: { offices: ['présidence'] } }])
  })

  it('asks for a fresh proof of identity, and for the name; for nobody else', async () => {
    const ctx = await contextFor(db(), active(0))
    const stale = { ...ctx, now: TEST_NOW.add({ minutes: 10 }) }
    expect((await refusalOf(resign(stale, form(0)))).message).toContain('Confirmez d’abord votre identité')
    expect((await refusalOf(resign(ctx, form(0, { confirmation: 'Actif' })))).fieldErrors.confirmation).toHaveLength(1)
    expect((await refusalOf(resign(ctx, form(1)))).status).toBe(404)
    expect(await db().memberEvent.count({ where: { kind: 'RESIGNED' } })).toBe(0)
  })

  it('6.2-d a body resigns by its legal representative, not by a substitute', async () => {
    const body = await addBody(db(), { legalName: 'Centre de santé' })
    await recordAdmission(db(), body.id)
    await addRepresentative(secretary, {
      memberId: body.id, kind: 'SUBSTITUTE', civility: null, lastName: 'Noir', firstName: 'Léa', quality: 'cadre', bornOn: null,
      email: active(0).email, phone: null, from: '2027-01-01', mandateOn: '2027-01-01',
    }) // prettier-ignore
    const asked = { memberId: body.id, confirmation: 'Centre de santé', text: '' }
    expect((await refusalOf(resign(await contextFor(db(), active(0)), asked))).status).toBe(404)
    await resign(await contextFor(db(), body), asked)
    expect(await db().memberEvent.count({ where: { memberId: body.id, kind: 'RESIGNED' } })).toBe(1)
  })

  it('pressed three times at once, he resigns once', async () => {
    const ctx = await contextFor(db(), active(0))
    await Promise.all([resign(ctx, form(0)), resign(ctx, form(0)), resign(ctx, form(0))])
    expect(await db().resignation.count()).toBe(1)
    expect(await db().mail.count()).toBe(3)
  })
})

describe('a member who comes back', () => {
  it('6.2-a is a member like others, and owes the dues of the year that his departure had closed', async () => {
    await recordDeparture(secretary, { ...resigned, memberId: active(0).id })
    await readmitMember(secretary, { memberId: active(0).id, category: 'active', on: '2027-05-10' })
    expect(await db().member.findUniqueOrThrow({ where: { id: active(0).id } })).toMatchObject({
      leftOn: null,
      restrictedOn: null,
    })
    const dues = await db().dues.findMany({ where: { memberId: active(0).id } })
    expect(dues).toMatchObject([{ closedAs: null, closedOn: null, amountCents: 5000 }])
    expect(dues[0]?.reopenedOn && isoDate(dues[0].reopenedOn)).toBe('2027-05-10')
  })

  it('6.2-a a member recorded by the secretary has his dues of the year at once', async () => {
    const period = await db().duesPeriod.findFirstOrThrow()
    await db().duesRate.create({ data: { periodId: period.id, category: 'active', amountCents: 5000 } })
    const id = await registerMember(secretary, aPerson({ email: 'nouvelle@example.org', admittedOn: '2027-05-10' }))
    expect(await db().dues.findMany({ where: { memberId: id } })).toMatchObject([{ amountCents: 5000, paidCents: 0 }])
  })
})
