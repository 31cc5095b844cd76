import { beforeAll, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { verifyRegister } from '~/minutes/verify-register.server'
import { seedDemo } from '../prisma/seed'
import { useDatabase } from './support/database'

const db = useDatabase()
const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z')

beforeAll(async () => {
  await seedDemo(db(), NOW)
}, 200_000)

test('four founders, twenty actives of whom five legal persons, two honorary members, each reachable or by letter', async () => {
  const count = (category: string) => db().member.count({ where: { category, leftOn: null } })
  expect([await count('founder'), await count('active'), await count('honorary')]).toEqual([4, 20, 2])
  const bodies = await db().member.findMany({ where: { kind: 'BODY' }, include: { representatives: true } })
  expect(bodies).toHaveLength(5)
  expect(bodies.every(({ representatives }) => representatives.some(({ kind }) => kind === 'LEGAL'))).toBe(true)
  expect(await db().representative.count({ where: { kind: 'SUBSTITUTE', mandateOn: { not: null } } })).toBe(1)
  expect(await db().member.count({ where: { convocationConsentOn: null } })).toBe(2)
})

test('the Bureau sits, the coordinator acts under a delegation', async () => {
  const offices = await db().mandate.findMany({ where: { endedOn: null }, select: { office: true } })
  expect(offices.map(({ office }) => office).sort()).toEqual([
    'president',
    'secretary',
    'treasurer',
    'vice-president',
    'vice-president',
  ])
  const delegation = await db().delegation.findFirstOrThrow({ include: { to: { include: { staff: true } } } })
  expect(delegation.powers).toContain('meetings.convene')
  expect(delegation.to.staff).toHaveLength(1)
})

test('the statutes have two versions, the second one with article 13.4', async () => {
  const versions = await db().statutesVersion.findMany({ orderBy: { effectiveFrom: 'asc' } })
  expect(versions.map(({ adoptedBy }) => adoptedBy)).toEqual([
    'assemblée générale constitutive',
    'assemblée générale extraordinaire',
  ])
  expect(versions[1]?.settings).toMatchObject({
    bodies: { ago: { remoteVote: { mode: 'window', hours: 72 } }, age: { remoteVote: { mode: 'live' } } },
  })
})

test('one ordinary assembly is being prepared, some of its documents are not open yet', async () => {
  const drafts = await db().meeting.findMany({
    where: { state: 'DRAFT' },
    include: { items: true, resolutions: true, documents: true },
  })
  expect(drafts).toHaveLength(1)
  expect(drafts[0]).toMatchObject({ body: 'ago', date: new Date('2026-12-22T00:00:00Z') })
  expect(drafts[0]?.resolutions.filter(({ secret }) => secret)).toHaveLength(1)
  expect(new Set(drafts[0]?.documents.map(({ openSince }) => openSince === null))).toEqual(new Set([true, false]))
})

test('the register verifies', async () => {
  expect(await verifyRegister(db())).toMatchObject({ ok: true })
})

test('no session and no job is left by the seed', async () => {
  expect(await db().session.count()).toBe(0)
  expect(await db().$queryRaw`select count(*)::int as jobs from graphile_worker.jobs`).toEqual([{ jobs: 0 }])
})

test('a database in use is refused', async () => {
  await expect(seedDemo(db(), NOW)).rejects.toThrow('La base n’est pas vide')
})
