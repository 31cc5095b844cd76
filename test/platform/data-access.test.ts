import { expect, test } from 'vitest'
import { recordAccess } from '~/platform/data-access.server'
import { addCoordinator, buildAssociation, contextFor, TEST_NOW } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()

test('what was seen of a member is written with the quality of who looked; looking again at once is one access', async () => {
  const { founders, actives } = await buildAssociation(db(), { actives: 2 })
  const [, secretary] = founders
  const [seen, other] = actives
  if (!secretary || !seen || !other) throw new Error('members are missing')
  const ctx = await contextFor(db(), secretary)
  await recordAccess(db(), ctx, { memberId: seen.id, kind: 'sheet' })
  await recordAccess(db(), { ...ctx, now: TEST_NOW.add({ minutes: 14 }) }, { memberId: seen.id, kind: 'sheet' })
  await recordAccess(db(), ctx, { memberId: other.id, kind: 'sheet' })
  await recordAccess(db(), { ...ctx, now: TEST_NOW.add({ minutes: 15 }) }, { memberId: seen.id, kind: 'sheet' })
  const rows = await db().personalDataAccess.findMany({ orderBy: { id: 'asc' } })
  expect(rows.map(({ memberId, kind, details }) => [memberId, kind, details])).toEqual([
    [seen.id, 'sheet', { as: 'secrétariat' }],
    [other.id, 'sheet', { as: 'secrétariat' }],
    [seen.id, 'sheet', { as: 'secrétariat' }],
  ])
  expect(rows.every(({ seenById }) => seenById === secretary.accountId)).toBe(true)
})

test('one’s own sheet and what the system does are not accesses; an export is one each time', async () => {
  await db().$executeRaw`alter table "PersonalDataAccess" disable trigger all`
  await db().personalDataAccess.deleteMany()
  await db().$executeRaw`alter table "PersonalDataAccess" enable trigger all`
  const member = await db().member.findFirstOrThrow({ where: { category: 'active' }, orderBy: { number: 'asc' } })
  const own = await contextFor(db(), { accountId: member.accountId ?? '' })
  await recordAccess(db(), own, { memberId: member.id, kind: 'sheet' })
  await recordAccess(db(), { db: db(), now: TEST_NOW, actor: null }, { memberId: member.id, kind: 'sheet' })
  expect(await db().personalDataAccess.count()).toBe(0)
  const ctx = await contextFor(db(), await addCoordinator(db(), []))
  await recordAccess(db(), ctx, { memberId: null, kind: 'export', details: { form: 'csv' } })
  await recordAccess(db(), ctx, { memberId: null, kind: 'export', details: { form: 'csv' } })
  const rows = await db().personalDataAccess.findMany()
  expect(rows.map(({ details }) => details)).toEqual(Array(2).fill({ as: 'coordination', form: 'csv' }))
})

test('the log is appended only', async () => {
  await expect(db().personalDataAccess.updateMany({ data: { kind: 'other' } })).rejects.toThrow()
  await expect(db().personalDataAccess.deleteMany()).rejects.toThrow()
})
