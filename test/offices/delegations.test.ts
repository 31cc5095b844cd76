import { expect, test, beforeAll } from 'vitest'
import { endMandate } from '~/offices/end-mandate.server'
import { endStaff } from '~/offices/end-staff.server'
import { giveDelegation } from '~/offices/give-delegation.server'
import { may } from '~/platform/permissions'
import { recordMandate } from '~/offices/record-mandate.server'
import { recordReplacement } from '~/offices/record-replacement.server'
import { recordStaff } from '~/offices/record-staff.server'
import { revokeDelegation } from '~/offices/revoke-delegation.server'
import { dateColumn } from '~/platform/dates'
import { actorFor, addCoordinator, buildAssociation, contextFor, TEST_NOW, type BuiltMember } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()

let president: BuiltMember, secretary: BuiltMember, treasurer: BuiltMember, vice: BuiltMember, active: BuiltMember
let spare: BuiltMember
let coordinator: { accountId: string }

beforeAll(async () => {
  const built = await buildAssociation(db(), { founders: 5, actives: 2, honorary: 1 })
  ;[president, secretary, treasurer, vice, spare] = built.founders as [
    BuiltMember,
    BuiltMember,
    BuiltMember,
    BuiltMember,
    BuiltMember,
  ]
  ;[active] = built.actives as [BuiltMember]
  coordinator = await addCoordinator(db(), [])
})

const asPresident = () => contextFor(db(), president)
const written = { powers: ['meetings.convene'], reason: 'préparer l’assemblée', startsOn: '2027-05-10' }
const days = (count: number) => TEST_NOW.add({ hours: 24 * count })

test('the coordinator may nothing without a delegation, and never votes', async () => {
  const actor = await actorFor(db(), coordinator)
  expect(actor).toMatchObject({ coordinator: true, actingFor: [], offices: [] })
  expect(may(actor, 'members.read')).toBe(false)
})

test('9.1-d with a delegation he may what it says, from its first day to its last; revoked, it ends at once', async () => {
  const id = await giveDelegation(await asPresident(), {
    ...written,
    toAccountId: coordinator.accountId,
    startsOn: '2027-05-11',
    endsOn: '2027-05-20',
  })
  const convenes = async (day: number) => may(await actorFor(db(), coordinator, days(day)), 'meetings.convene')
  expect([await convenes(0), await convenes(1), await convenes(10), await convenes(11)]).toEqual([
    false,
    true,
    true,
    false,
  ])
  const actor = await actorFor(db(), coordinator, days(1))
  expect(actor.offices).toEqual([
    {
      office: 'president',
      via: 'delegation',
      powers: ['meetings.convene'],
      memberId: null,
      label: 'présidence, par délégation',
    },
  ])
  expect(actor.actingFor).toEqual([])
  await revokeDelegation(await contextFor(db(), president, days(1)), { delegationId: id })
  expect(await convenes(1)).toBe(false)
  await expect(
    revokeDelegation(await contextFor(db(), president, days(1)), { delegationId: id }),
  ).rejects.toMatchObject({ status: 409 })
})

test('9.1-d chairing or delegating cannot be lent', async () => {
  const refused = giveDelegation(await asPresident(), {
    ...written,
    toAccountId: secretary.accountId,
    powers: ['session.chair'],
  })
  await expect(refused).rejects.toMatchObject({
    status: 409,
    reasons: [{ rule: '9.1-d', sentence: expect.stringContaining('présider la séance') }],
  })
  await expect(
    giveDelegation(await asPresident(), { ...written, toAccountId: secretary.accountId, powers: ['all'] }),
  ).rejects.toMatchObject({ status: 409 })
})

test('9.1-d a delegation goes to an officer or an employee, to someone else, and not into the past', async () => {
  const give = async (input: object) =>
    giveDelegation(await asPresident(), { ...written, toAccountId: active.accountId, ...input })
  await expect(give({})).rejects.toMatchObject({ reasons: [{ rule: '9.1-d' }] })
  await expect(give({ toAccountId: president.accountId })).rejects.toMatchObject({ reasons: [{ rule: '9.1-d' }] })
  await expect(give({ startsOn: '2027-05-09' })).rejects.toMatchObject({ fieldErrors: { startsOn: expect.anything() } })
  await expect(give({ endsOn: '2027-05-09' })).rejects.toMatchObject({ fieldErrors: { endsOn: expect.anything() } })
  await expect(give({ toAccountId: treasurer.accountId })).resolves.toEqual(expect.any(String))
  expect(may(await actorFor(db(), treasurer), 'meetings.convene')).toBe(true)
})

test('only the President gives and takes back delegations', async () => {
  const input = { ...written, toAccountId: coordinator.accountId }
  for (const person of [secretary, treasurer, active, coordinator])
    await expect(giveDelegation(await contextFor(db(), person), input)).rejects.toMatchObject({ status: 403 })
  const id = await giveDelegation(await asPresident(), input)
  await expect(revokeDelegation(await contextFor(db(), coordinator), { delegationId: id })).rejects.toMatchObject({
    status: 403,
  })
  await revokeDelegation(await asPresident(), { delegationId: id })
})

test('8.1-a an office, a free seat, a category that may sit: else refused', async () => {
  const record = async (input: object) =>
    recordMandate(await asPresident(), {
      office: 'vice-president',
      memberId: vice.id,
      from: '2026-06-12',
      source: 'AGO du 12 juin 2026',
      endPrevious: false,
      ...input,
    })
  await expect(record({ office: 'censor' })).rejects.toMatchObject({ fieldErrors: { office: expect.anything() } })
  await expect(record({ memberId: active.id })).rejects.toMatchObject({ reasons: [{ rule: '8.1-a' }] })
  await expect(record({ office: 'secretary' })).rejects.toMatchObject({
    reasons: [{ rule: '8.1-a', figures: { seats: 1, seatsHeld: 1 } }],
  })
  const id = await record({})
  expect(await db().mandate.findUniqueOrThrow({ where: { id } })).toMatchObject({
    termEnd: dateColumn('2029-06-12'),
    holderName: vice.label,
  })
  expect(may(await actorFor(db(), vice), 'meetings.prepare')).toBe(true)
  await expect(
    recordMandate(await contextFor(db(), active), {
      office: 'treasurer',
      memberId: vice.id,
      from: '2026-06-12',
      source: 'AGO',
      endPrevious: false,
    }),
  ).rejects.toMatchObject({ status: 403 })
})

test('two seats of vice-president: ten records at once fill two', async () => {
  const ctx = await asPresident()
  const input = {
    office: 'vice-president',
    memberId: spare.id,
    from: '2026-06-12',
    source: 'AGO du 12 juin 2026',
    endPrevious: false,
  }
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => recordMandate(ctx, input)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const extra = await db().mandate.findFirstOrThrow({ where: { office: 'vice-president', memberId: spare.id } })
  await endMandate(ctx, { mandateId: extra.id, endedOn: '2027-05-10', reason: 'essai de saisie' })
})

test('10-a prevented: a vice-president has the powers of the President until he returns', async () => {
  const seat = await db().mandate.findFirstOrThrow({ where: { office: 'vice-president', endedOn: null } })
  const wrong = await db().mandate.findFirstOrThrow({ where: { office: 'treasurer' } })
  const input = { mandateId: seat.id, cause: 'absence' as const, details: 'hospitalisation', startsOn: '2027-05-10' }
  await expect(recordReplacement(await contextFor(db(), treasurer), input)).rejects.toMatchObject({ status: 403 })
  await expect(recordReplacement(await asPresident(), { ...input, mandateId: wrong.id })).rejects.toMatchObject({
    reasons: [{ rule: '10-a' }],
  })
  const id = await recordReplacement(await contextFor(db(), vice), input)
  expect(may(await actorFor(db(), vice), 'meetings.convene')).toBe(true)
  expect(may(await actorFor(db(), president), 'meetings.convene')).toBe(true)
  await expect(recordReplacement(await asPresident(), input)).rejects.toMatchObject({ reasons: [{ rule: '10-a' }] })
  await revokeDelegation(await asPresident(), { delegationId: id })
  expect(may(await actorFor(db(), vice), 'meetings.convene')).toBe(false)
})

test('10-a resigned: the mandate and its delegations end, the vice-president replaces until another is elected', async () => {
  await giveDelegation(await asPresident(), { ...written, toAccountId: coordinator.accountId })
  const seat = await db().mandate.findFirstOrThrow({ where: { office: 'vice-president', endedOn: null } })
  const secretariat = await contextFor(db(), secretary)
  await recordReplacement(secretariat, { mandateId: seat.id, cause: 'resignation', startsOn: '2027-05-10' })
  expect(may(await actorFor(db(), president), 'meetings.convene')).toBe(false)
  expect(may(await actorFor(db(), coordinator), 'meetings.convene')).toBe(false)
  expect(may(await actorFor(db(), vice), 'offices.manage')).toBe(true)
  await giveDelegation(await contextFor(db(), vice), { ...written, toAccountId: coordinator.accountId })
  expect(may(await actorFor(db(), coordinator), 'meetings.convene')).toBe(true)
  await recordMandate(secretariat, {
    office: 'president',
    memberId: spare.id,
    from: '2027-05-10',
    source: 'AGO du 10 mai 2027',
    endPrevious: false,
  })
  expect(may(await actorFor(db(), vice), 'offices.manage')).toBe(false)
  expect(may(await actorFor(db(), coordinator), 'meetings.convene')).toBe(false)
  expect(may(await actorFor(db(), spare), 'offices.manage')).toBe(true)
})

test('an employee is no member: the address of a member is refused; leaving ends what was lent', async () => {
  const ctx = await contextFor(db(), spare)
  const hired = { name: 'Léa Martin', email: 'lea@example.org', title: 'assistante', from: '2027-05-01' }
  await expect(recordStaff(ctx, { ...hired, email: active.email })).rejects.toMatchObject({
    fieldErrors: { email: expect.anything() },
  })
  const accountId = await recordStaff(ctx, hired)
  await giveDelegation(ctx, { ...written, toAccountId: accountId })
  const staff = await db().staff.findFirstOrThrow({ where: { accountId } })
  await endStaff(ctx, { staffId: staff.id })
  expect(may(await actorFor(db(), { accountId }, days(1)), 'meetings.convene')).toBe(false)
})

test('one employment at a time, pressed twice at once; the next begins the day after the last day, not that day or before', async () => {
  const ctx = await contextFor(db(), spare)
  const hired = { name: 'Nour Petit', email: 'nour@example.org', title: 'assistante', from: '2027-05-01' }
  const twice = await Promise.allSettled([recordStaff(ctx, hired), recordStaff(ctx, hired)])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const staff = await db().staff.findFirstOrThrow({ where: { account: { email: hired.email } } })
  await endStaff(ctx, { staffId: staff.id })
  for (const from of ['2027-05-09', '2027-05-10'])
    await expect(recordStaff(ctx, { ...hired, from })).rejects.toMatchObject({
      fieldErrors: { from: expect.anything() },
    })
  await recordStaff(ctx, { ...hired, from: '2027-05-11' })
  expect(await db().staff.count({ where: { accountId: staff.accountId } })).toBe(2)
})

test('a member who left holds no office', async () => {
  await db().member.update({ where: { id: secretary.id }, data: { leftOn: dateColumn('2027-05-10') } })
  expect((await actorFor(db(), secretary)).offices).toEqual([])
})
