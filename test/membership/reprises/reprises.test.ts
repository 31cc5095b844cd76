import { beforeEach, describe, expect, test } from 'vitest'
import { registerMember } from '~/membership/admission/register-member.server'
import { closeInstallation } from '~/membership/reprises/close-installation.server'
import { refuseReprise, withdrawReprise } from '~/membership/reprises/close-reprise.server'
import { eraseOldReprises } from '~/membership/reprises/erase-old-reprises.server'
import type { Fact } from '~/membership/reprises/facts'
import { proposeReprise } from '~/membership/reprises/propose-reprise.server'
import { reprisePage, repriseList, reprisesToSign } from '~/membership/reprises/reprise-page.query.server'
import { signReprise } from '~/membership/reprises/sign-reprise.server'
import { verifyRegister } from '~/minutes/verify-register.server'
import { endMandate } from '~/offices/end-mandate.server'
import { recordMandate } from '~/offices/record-mandate.server'
import { recordReplacement } from '~/offices/record-replacement.server'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { aPerson, refusalOf } from '../../members/support'
import {
  addCoordinator,
  addMembers,
  buildAssociation,
  contextFor,
  TEST_NOW,
  type BuiltAssociation,
} from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase } from '../../support/joining'
import { CITED, enterByReprise } from '../../support/reprises'

const db = useDatabase()
let association: BuiltAssociation
const as = (rank: number, now = TEST_NOW) => contextFor(db(), association.founders[rank]!, now)
const president = () => as(0)
const secretary = () => as(1)
const treasurer = () => as(2)

beforeEach(async () => {
  await emptyDatabase(db())
  association = await buildAssociation(db(), { founders: 5, actives: 3, honorary: 1 })
  await db().association.update({ where: { id: 1 }, data: { installedOn: dateColumn('2027-01-10') } })
})

const founder = (): Fact => ({
  kind: 'member',
  registration: aPerson({ category: 'founder', admittedOn: '2027-03-10', email: 'nouveau@example.org' }),
})
const seat = (more: Partial<Extract<Fact, { kind: 'mandate' }>['mandate']> = {}): Fact => ({
  kind: 'mandate',
  mandate: {
    office: 'vice-president',
    memberId: association.founders[3]!.id,
    from: '2027-03-10',
    endPrevious: false,
    ...more,
  },
})
const propose = async (fact: Fact, by = secretary()) => proposeReprise(await by, { facts: [fact], citation: CITED })

describe('once the installation is closed, one person alone takes nothing over', () => {
  test('a founder, a backdated active, a mandate, another’s departure, a replacement: refused with the article', async () => {
    const ctx = await president()
    const five = '2022-03-01'
    expect(
      (await refusalOf(registerMember(ctx, aPerson({ category: 'founder', admittedOn: '2027-05-10' })))).reasons[0]
        ?.rule,
    ).toBe('6.2-a')
    expect((await refusalOf(registerMember(ctx, aPerson({ admittedOn: five })))).reasons[0]?.rule).toBe('6.2-a')
    const mandate = {
      office: 'vice-president',
      memberId: association.founders[3]!.id,
      from: '2027-03-10',
      source: 'AGO',
      endPrevious: false,
    }
    expect((await refusalOf(recordMandate(ctx, mandate))).reasons[0]?.rule).toBe('8.1-a')
    const sitting = await db().mandate.findFirstOrThrow({ where: { office: 'treasurer' } })
    const end = { mandateId: sitting.id, endedOn: '2027-05-10', reason: 'démission' }
    expect((await refusalOf(endMandate(ctx, end))).reasons[0]?.rule).toBe('8.1-b')
    await enterByReprise({ proposer: ctx, signer: await secretary() }, seat())
    const vice = await db().mandate.findFirstOrThrow({ where: { office: 'vice-president' } })
    const death = { mandateId: vice.id, cause: 'death' as const, startsOn: '2027-05-10' }
    expect((await refusalOf(recordReplacement(ctx, death))).reasons[0]?.rule).toBe('10-a')
    expect((await refusalOf(recordReplacement(await as(3), { ...death, cause: 'absence' }))).reasons[0]?.rule).toBe(
      '10-a',
    )
    await recordReplacement(ctx, { ...death, cause: 'absence' })
    expect(await db().member.count()).toBe(9)
  })

  test('each resigns from his own seat alone, that day and not before', async () => {
    const sitting = await db().mandate.findFirstOrThrow({ where: { office: 'treasurer' } })
    const own = { mandateId: sitting.id, endedOn: '2027-05-10', reason: 'démission' }
    const early = await refusalOf(endMandate(await treasurer(), { ...own, endedOn: '2027-05-09' }))
    expect(early.reasons[0]?.rule).toBe('8.1-b')
    await endMandate(await treasurer(), own)
    expect(await db().mandate.count({ where: { office: 'treasurer', endedOn: null } })).toBe(0)
  })
})

describe('a reprise takes two officers', () => {
  test('proposed by one, entered by the signature of another, marked in the register and chained', async () => {
    const id = await propose(founder())
    expect(await db().member.count()).toBe(9)
    expect(await reprisesToSign(await president())).toMatchObject({ count: 1, only: id })
    expect(await reprisesToSign(await secretary())).toMatchObject({ count: 0 })
    await signReprise(await president(), { id })
    const entered = await db().member.findFirstOrThrow({
      where: { email: 'nouveau@example.org' },
      include: { events: true },
    })
    expect(entered).toMatchObject({
      category: 'founder',
      events: [{ takenOver: true, repriseId: id, reason: `reprise : ${CITED.source}` }],
    })
    expect(await db().reprise.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'SIGNED',
      proposedById: association.founders[1]!.accountId,
      signedById: association.founders[0]!.accountId,
    })
    expect(await verifyRegister(db())).toMatchObject({ ok: true, entries: 1 })
    const mails = await db().mail.findMany({ where: { template: 'reprise-notice' }, orderBy: { id: 'asc' } })
    expect(mails.map(({ toAddress, subject }) => [toAddress, subject])).toEqual(
      expect.arrayContaining([
        [association.founders[0]!.email, 'Une reprise attend une seconde signature'],
        [association.founders[1]!.email, 'Une reprise est signée'],
      ]),
    )
    await expect(db().reprise.update({ where: { id }, data: { source: 'autre' } })).rejects.toThrow()
    await expect(db().reprise.delete({ where: { id } })).rejects.toThrow()
  })

  test('the same officer twice is refused, however he presses', async () => {
    const id = await propose(founder())
    expect((await refusalOf(signReprise(await secretary(), { id }))).message).toContain('un autre membre du Bureau')
    expect((await refusalOf(refuseReprise(await secretary(), { id, refusal: 'non' }))).status).toBe(409)
    await expect(
      db().reprise.update({ where: { id }, data: { state: 'SIGNED', signedById: association.founders[1]!.accountId } }),
    ).rejects.toThrow()
  })

  test('two officers signing at once enter it once', async () => {
    const id = await propose(founder())
    const signers = await Promise.all([president(), treasurer(), president(), treasurer()])
    const tries = await Promise.allSettled(signers.map((ctx) => signReprise(ctx, { id })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().member.count()).toBe(10)
    expect(await db().registerEntry.count({ where: { stream: 'reprises' } })).toBe(1)
  })

  test('a second signer who has lost his office meanwhile is told that nothing is there', async () => {
    const id = await propose(founder())
    const late = await treasurer()
    const sitting = await db().mandate.findFirstOrThrow({ where: { office: 'treasurer' } })
    const [ended] = await Promise.allSettled([
      endMandate(await treasurer(), { mandateId: sitting.id, endedOn: '2027-05-10', reason: 'démission' }),
    ])
    expect(ended.status).toBe('fulfilled')
    expect((await refusalOf(signReprise(late, { id }))).status).toBe(404)
    expect(await db().member.count()).toBe(9)
  })

  test('a proposer who has lost his office meanwhile: the reprise is not signed any more', async () => {
    const id = await propose(founder())
    const sitting = await db().mandate.findFirstOrThrow({ where: { office: 'secretary' } })
    await endMandate(await secretary(), { mandateId: sitting.id, endedOn: '2027-05-10', reason: 'démission' })
    expect((await refusalOf(signReprise(await president(), { id }))).message).toContain('ne siège plus au Bureau')
    await refuseReprise(await president(), { id, refusal: 'à proposer à nouveau' })
  })

  test('an old proof of identity, a coordinator, a member, an officer whose office keeps no such record: refused', async () => {
    const old = await secretary()
    const stale = { ...old, actor: { ...old.actor, authenticatedAt: TEST_NOW.subtract({ minutes: 11 }) } }
    expect((await refusalOf(proposeReprise(stale, { facts: [founder()], citation: CITED }))).message).toContain(
      'identité',
    )
    const desk = await contextFor(db(), await addCoordinator(db(), ['members.write', 'association.write']))
    for (const ctx of [desk, await contextFor(db(), association.actives[0]!), await treasurer()])
      expect((await refusalOf(proposeReprise(ctx, { facts: [founder()], citation: CITED }))).status).toBe(403)
    const id = await propose(founder())
    const signer = await president()
    const late = { ...signer, actor: { ...signer.actor, authenticatedAt: TEST_NOW.subtract({ minutes: 11 }) } }
    expect((await refusalOf(signReprise(late, { id }))).message).toContain('identité')
    expect((await refusalOf(signReprise(desk, { id }))).status).toBe(404)
    expect((await refusalOf(reprisePage(desk, id))).status).toBe(404)
    expect((await refusalOf(repriseList(await contextFor(db(), association.actives[0]!)))).status).toBe(404)
  })

  test('refused by another, or withdrawn: nothing enters, and it stays over', async () => {
    const first = await propose(founder())
    await refuseReprise(await president(), { id: first, refusal: 'Le PV cité n’existe pas.' })
    expect((await refusalOf(signReprise(await treasurer(), { id: first }))).message).toContain('refusée')
    const second = await propose(founder())
    expect((await refusalOf(withdrawReprise(await president(), { id: second }))).status).toBe(403)
    await withdrawReprise(await secretary(), { id: second })
    expect((await refusalOf(signReprise(await president(), { id: second }))).message).toContain('retirée')
    expect(await db().member.count()).toBe(9)
  })

  test('alone in office, the President has a founder sign with him; with another officer a founder may not', async () => {
    const id = await propose(founder(), president())
    expect((await refusalOf(signReprise(await as(4), { id }))).status).toBe(404)
    await db().mandate.updateMany({
      where: { office: { not: 'president' } },
      data: { endedOn: dateColumn('2027-05-01') },
    })
    await signReprise(await as(4), { id })
    expect(await db().member.count()).toBe(10)
  })
})

describe('8.1-a, 9.1-a: what two sign is still judged', () => {
  const ruled = async (fact: Fact) => (await refusalOf(propose(fact, president()))).reasons.map(({ rule }) => rule)

  test('an active President, a term to 2040, two offices for one person, a seat still to come', async () => {
    expect(
      await ruled(seat({ office: 'president', memberId: association.actives[0]!.id, endPrevious: true })),
    ).toContain('9.1-a')
    expect(await ruled(seat({ termEnd: '2040-01-01' }))).toEqual(['8.1-a'])
    expect(await ruled(seat({ memberId: association.founders[1]!.id }))).toEqual(['8.1-a'])
    expect(await ruled(seat({ from: '2027-05-11' }))).toEqual(['8.1-a'])
  })

  test('8.1-a the term: its last lawful day, and the day after', async () => {
    await propose(seat({ termEnd: '2030-06-30' }), president())
    expect(await ruled(seat({ termEnd: '2030-07-01' }))).toEqual(['8.1-a'])
  })

  test('nothing dated before the act that decides it', async () => {
    const early = await refusalOf(propose(seat({ from: '2027-03-09' }), president()))
    expect(early.fieldErrors.decidedOn).toBeDefined()
  })

  test('6.1-c a founder made elsewhere had served his years', async () => {
    const [young] = await addMembers(db(), { category: 'active', count: 1, name: 'Jeune', admittedOn: '2022-03-10' })
    const becomes = (memberId: string): Fact => ({ kind: 'category', memberId, category: 'founder', on: '2027-03-10' })
    expect((await refusalOf(propose(becomes(young!.id)))).reasons.map(({ rule }) => rule)).toContain('6.1-c')
    await enterByReprise(
      { proposer: await secretary(), signer: await president() },
      becomes(association.actives[0]!.id),
    )
    expect(await db().member.findUniqueOrThrow({ where: { id: association.actives[0]!.id } })).toMatchObject({
      category: 'founder',
    })
  })

  test('8.1-b the end of a mandate dated before: what it lent stops today, not before', async () => {
    const coordinator = await addCoordinator(db(), ['members.read'])
    const sitting = await db().mandate.findFirstOrThrow({ where: { office: 'president' } })
    await enterByReprise(
      { proposer: await secretary(), signer: await treasurer() },
      { kind: 'mandate-end', mandateId: sitting.id, endedOn: '2027-04-01', reason: 'démission' },
    )
    const lent = await db().delegation.findFirstOrThrow({ where: { toAccountId: coordinator.accountId } })
    expect(lent.revokedOn && isoDate(lent.revokedOn)).toBe('2027-05-10')
    const ended = await db().mandate.findUniqueOrThrow({ where: { id: sitting.id } })
    expect(ended.endedOn && isoDate(ended.endedOn)).toBe('2027-04-01')
  })
})

describe('the installation', () => {
  beforeEach(() => db().association.update({ where: { id: 1 }, data: { installedOn: null } }))

  test('while it is open members and mandates are entered freely, and marked as taken over', async () => {
    const id = await registerMember(await secretary(), aPerson({ category: 'founder', admittedOn: '2020-01-15' }))
    expect(await db().memberEvent.findFirstOrThrow({ where: { memberId: id } })).toMatchObject({
      takenOver: true,
      repriseId: null,
    })
    const mandate = await recordMandate(await president(), {
      office: 'vice-president',
      memberId: id,
      from: '2026-06-10',
      source: 'AGO',
      endPrevious: false,
    })
    expect(await db().mandate.findUniqueOrThrow({ where: { id: mandate } })).toMatchObject({
      takenOver: true,
      repriseId: null,
    })
    expect((await refusalOf(propose(founder()))).message).toContain('encore ouverte')
  })

  test('the President closes it, once, with another officer who can sign; nobody else does', async () => {
    expect((await refusalOf(closeInstallation(await secretary()))).status).toBe(403)
    await db().mandate.updateMany({
      where: { office: { not: 'president' } },
      data: { endedOn: dateColumn('2027-05-01') },
    })
    expect((await refusalOf(closeInstallation(await president()))).message).toContain('deux signatures')
    await db().mandate.updateMany({ where: { office: 'secretary' }, data: { endedOn: null } })
    await closeInstallation(await president())
    await closeInstallation(await president())
    expect(await db().journalEntry.count({ where: { act: 'installation.closed' } })).toBe(1)
    expect((await refusalOf(registerMember(await secretary(), aPerson()))).reasons[0]?.rule).toBe('6.2-a')
  })
})

test('what described a new member is emptied three months after, and the chain still holds', async () => {
  await enterByReprise({ proposer: await secretary(), signer: await president() }, founder())
  const later = (now: typeof TEST_NOW) => transact(db(), (tx) => eraseOldReprises(tx, { db: db(), actor: null, now }))
  expect(await later(TEST_NOW.add({ hours: 24 * 91 }))).toBe(0)
  expect(await later(TEST_NOW.add({ hours: 24 * 93 }))).toBe(1)
  expect(await verifyRegister(db())).toMatchObject({ ok: true })
})
