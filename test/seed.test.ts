import { beforeAll, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { verifyRegister } from '~/minutes/verify-register.server'
import { addDays, addYears } from '~/statutes/civil-date'
import { seedDemo } from '../prisma/seed'
import { demoCalendar } from '../prisma/seed/calendar'
import { useDatabase } from './support/database'

const db = useDatabase()
const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z')

beforeAll(async () => {
  await seedDemo(db(), NOW)
}, 240_000)

test('four founders, twenty actives of whom five legal persons, two honorary members, two of them by letter', async () => {
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

test('the statutes have two versions; the second has article 13.4, by window in one assembly and live in the other', async () => {
  const versions = await db().statutesVersion.findMany({ orderBy: { effectiveFrom: 'asc' } })
  expect(versions.map(({ adoptedBy }) => adoptedBy)).toEqual([
    'assemblée générale constitutive',
    'assemblée générale extraordinaire',
  ])
  expect(versions[1]?.settings).toMatchObject({
    bodies: { ago: { remoteVote: { mode: 'window', hours: 72 } }, age: { remoteVote: { mode: 'live' } } },
  })
})

test('last year: a quorum missed by one, a second session with its votes, the dues of this year by effect', async () => {
  const failed = await db().meeting.findFirstOrThrow({ where: { state: 'NO_QUORUM' } })
  expect(failed.openingQuorum).toMatchObject({ met: false, counted: 7, required: 8, base: 23 })
  const second = await db().meeting.findFirstOrThrow({
    where: { precedingId: failed.id },
    include: { resolutions: { orderBy: { number: 'asc' } } },
  })
  expect(second.resolutions.map(({ state }) => state)).toEqual(['ADOPTED', 'ADOPTED', 'ADOPTED', 'ADOPTED', 'REJECTED'])
  const dues = await db().duesPeriod.findFirstOrThrow({ where: { resolutionId: second.resolutions[2]?.id } })
  expect(dues.year).toBe(2026)
  expect(await db().dues.count({ where: { periodId: dues.id, settledOn: null } })).toBe(2)
})

test('this year: minutes wait for the President, one ordinary assembly is being prepared, half of its documents open', async () => {
  const drafts = await db().meeting.findMany({
    where: { state: 'DRAFT' },
    include: { resolutions: true, documents: true },
  })
  expect(drafts).toHaveLength(1)
  expect(drafts[0]).toMatchObject({ body: 'ago', date: new Date('2026-12-22T00:00:00Z') })
  expect(drafts[0]?.resolutions.filter(({ secret }) => secret)).toHaveLength(1)
  expect(drafts[0]?.documents.filter(({ openSince }) => openSince === null)).toHaveLength(2)
  const waiting = await db().minutes.findMany({ where: { state: 'SIGNING' }, include: { signatures: true } })
  expect(waiting.map(({ signatures }) => signatures.map(({ role }) => role))).toEqual([['officer']])
})

test('the register of deliberations has four entries, each with its sealed file, and verifies', async () => {
  expect(await verifyRegister(db())).toMatchObject({ ok: true, entries: 8 })
})

test('the mails of the past are accepted and readable; no session and no job is left', async () => {
  expect(await db().mail.count()).toBeGreaterThan(100)
  expect(
    await db().mail.count({ where: { OR: [{ state: { not: 'ACCEPTED' } }, { html: null }, { sentAt: null }] } }),
  ).toBe(0)
  const letters = await db().convocationNotice.count({ where: { channel: 'LETTER', postedOn: null } })
  expect(letters).toBe(0)
  expect(await db().session.count()).toBe(0)
  expect(await db().$queryRaw`select count(*)::int as jobs from graphile_worker.jobs`).toEqual([{ jobs: 0 }])
})

test('a database in use is refused', async () => {
  await expect(seedDemo(db(), NOW)).rejects.toThrow('La base n’est pas vide')
})

test('whatever the day, the past comes in order and the annual assembly within six months of the year’s end', () => {
  for (let day = Temporal.PlainDate.from('2026-01-01'); day.year < 2030; day = day.add({ days: 1 })) {
    const calendar = demoCalendar(day.toString())
    const { today, assembly, year, due, called, closing, accountsOfYear, preparation, second } = calendar
    const order = [
      calendar.constitution,
      calendar.statutesChange,
      calendar.installation,
      calendar.lastPreparation,
      calendar.failed,
      second,
      called,
      due,
      calendar.admission,
      today,
      assembly,
    ]
    expect(order).toEqual(order.toSorted())
    expect([called, due, calendar.admission].map((date) => date.slice(0, 4))).toEqual(Array(3).fill(String(year)))
    // the minutes of the second session are published before its dues are called, the next dues are set before they are due
    expect(addDays(second, 4) <= called && addDays(assembly, 29) < addYears(due, 1), today).toBe(true)
    // the accounts are closed when the Bureau looks at them, this year and the last
    expect(closing < preparation && addYears(closing, -1) < calendar.lastPreparation, today).toBe(true)
    expect(closing).toBe(`${accountsOfYear}-${calendar.fiscalYearEnd}`)
    const months = Temporal.PlainDate.from(closing).until(assembly, { largestUnit: 'months' }).months
    expect(months < 6, `${today} ${closing} ${assembly}`).toBe(true)
  }
})
