import { beforeAll, expect, test } from 'vitest'
import { action } from '~/routes/bureau._index'
import { addCoordinator, buildAssociation, type BuiltMember } from '../support/builders'
import { useDatabase } from '../support/database'
import { presser, unverified } from '../support/press'

const db = useDatabase()
const press = presser(db, action)
const DONE = { status: 302 }

let president: BuiltMember, active: BuiltMember
let staffId: string, delegationId: string

beforeAll(async () => {
  const built = await buildAssociation(db(), { actives: 1 })
  president = built.founders[0]!
  active = built.actives[0]!
  await addCoordinator(db(), ['meetings.convene', 'meetings.prepare'])
  staffId = (await db().staff.findFirstOrThrow()).id
  delegationId = (await db().delegation.findFirstOrThrow()).id
})

const until = async () => (await db().staff.findUniqueOrThrow({ where: { id: staffId } })).until
const revoked = async () => (await db().delegation.findUniqueOrThrow({ where: { id: delegationId } })).revokedOn
const acts = () => db().journalEntry.count({ where: { act: { in: ['staff.ended', 'delegation.revoked'] } } })

test('a first press ends no job and no delegation: it shows who, and what stops', async () => {
  const job = unverified(await press(president, [['staffId', staffId]]))
  expect(job.shown).toMatchObject({ name: 'Inès Coordination', title: 'coordinatrice', loans: [{ id: delegationId }] })
  const loan = unverified(await press(president, [['delegationId', delegationId]]))
  expect(loan.shown).toMatchObject({ of: 'loan', loan: { to: 'Inès Coordination', replacement: false } })
  expect([await until(), await revoked(), await acts()]).toEqual([null, null, 0])
})

test('a seal of anything else is no confirmation', async () => {
  const loan = unverified(await press(president, [['delegationId', delegationId]]))
  const seal = loan.fields.filter(([name]) => name === 'verified')
  for (const other of [seal, [['verified', '1'] as const]])
    unverified(await press(president, [['staffId', staffId], ...other]))
  expect(await until()).toBeNull()
})

test('who keeps no office learns nothing and ends nothing', async () => {
  for (const wish of [['staffId', staffId] as const, ['delegationId', delegationId] as const])
    expect(await press(active, [wish])).toMatchObject({ init: { status: 403 } })
})

test('what changed since it was shown is shown again; confirmed as it stands, it is done once', async () => {
  const stale = unverified(await press(president, [['staffId', staffId]]))
  const loan = unverified(await press(president, [['delegationId', delegationId]]))
  expect(await press(president, loan.fields)).toMatchObject(DONE)
  expect(await revoked()).not.toBeNull()
  const fresh = unverified(await press(president, stale.fields))
  expect(fresh.shown).toMatchObject({ loans: [] })
  expect(await until()).toBeNull()
  expect(await press(president, fresh.fields)).toMatchObject(DONE)
  expect(await until()).not.toBeNull()
  await press(president, fresh.fields)
  expect(await acts()).toBe(2)
})
