import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { currentInstant, machineTime, now, shiftDemoClock } from '~/platform/clock.server'
import { pool, transact } from '~/platform/db.server'
import { reloadEnv } from '~/platform/env.server'
import { enqueue, enqueueMany } from '~/platform/jobs.server'
import { useDatabase } from '../support/database'

const db = useDatabase()

const jobs = async () => {
  const found = await pool().query<{ task_identifier: string; key: string | null; run_at: Date }>(
    'select task_identifier, key, run_at from graphile_worker.jobs order by id',
  )
  return found.rows
}

test('a job written in a transaction that is rolled back does not exist', async () => {
  const rolledBack = db().$transaction(async (tx) => {
    await enqueue(tx, 'deliver-mail', { mailId: 1 })
    throw new Error('rolled back')
  })
  await expect(rolledBack).rejects.toThrow('rolled back')
  expect(await jobs()).toEqual([])
})

test('many jobs are one statement, and a key replaces the job that waits', async () => {
  const later = Temporal.Instant.from('2100-01-01T00:00:00Z')
  await transact(db(), (tx) => enqueueMany(tx, 'deliver-mail', [{ a: 1 }, { a: 2 }, { a: 3 }]))
  await transact(db(), (tx) => enqueue(tx, 'remind', {}, { jobKey: 'once', runAt: later }))
  await transact(db(), (tx) => enqueue(tx, 'remind', {}, { jobKey: 'once', runAt: later, maxAttempts: 3 }))
  const found = await jobs()
  expect(found.map((job) => job.task_identifier)).toEqual(['deliver-mail', 'deliver-mail', 'deliver-mail', 'remind'])
  expect(found[3]?.run_at.getTime()).toBe(machineTime(later).epochMilliseconds)
})

test('rivals under Serializable all end, one after the other', async () => {
  await db().rateLimit.create({ data: { key: 'counter' } })
  const add = () =>
    transact(
      db(),
      async (tx) => {
        const { points } = await tx.rateLimit.findUniqueOrThrow({ where: { key: 'counter' } })
        await tx.rateLimit.update({ where: { key: 'counter' }, data: { points: points + 1 } })
      },
      { isolation: 'Serializable' },
    )
  await Promise.all(Array.from({ length: 6 }, add))
  expect(await db().rateLimit.findUniqueOrThrow({ where: { key: 'counter' } })).toMatchObject({ points: 6 })
})

test('two transactions that lock each other out are begun again, raw SQL included', async () => {
  await db().rateLimit.createMany({ data: [{ key: 'a' }, { key: 'b' }] })
  const touch = (first: string, second: string) =>
    transact(db(), async (tx) => {
      for (const key of [first, second]) {
        await tx.$executeRaw`update rate_limit set points = points + 1 where key = ${key}`
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    })
  await Promise.all([touch('a', 'b'), touch('b', 'a')])
  const both = await db().rateLimit.findMany({ where: { key: { in: ['a', 'b'] } } })
  expect(both.map((row) => row.points)).toEqual([2, 2])
})

test('an error that is no conflict is thrown at once', async () => {
  let runs = 0
  const failing = transact(db(), async (tx) => {
    runs += 1
    await tx.rateLimit.createMany({ data: [{ key: 'twice' }, { key: 'twice' }] })
  })
  await expect(failing).rejects.toMatchObject({ code: 'P2002' })
  expect(runs).toBe(1)
})

test('the clock of a demonstration moves, and the jobs that wait with it', async () => {
  await expect(shiftDemoClock(60)).rejects.toThrow('demonstration')
  process.env.DEMO = '1'
  reloadEnv()
  await pool().query('delete from graphile_worker._private_jobs')
  const before = await now()
  await transact(db(), (tx) => enqueue(tx, 'remind', {}, { runAt: before.add({ hours: 24 }) }))
  const after = await shiftDemoClock(86_400)
  expect(after.since(before).total('hours')).toBeCloseTo(24, 1)
  expect(currentInstant().since(before).total('hours')).toBeCloseTo(24, 1)
  const [job] = await jobs()
  expect(job?.run_at.getTime()).toBeLessThan(machineTime(currentInstant()).epochMilliseconds + 5_000)
})

test('French names are sorted by French rules', async () => {
  const sorted = await pool().query<{ name: string }>(
    `select name from unnest(array['Zoé', 'eric', 'Émile', 'Elsa']) as t(name) order by name collate "fr-x-icu"`,
  )
  expect(sorted.rows.map((row) => row.name)).toEqual(['Elsa', 'Émile', 'eric', 'Zoé'])
})
