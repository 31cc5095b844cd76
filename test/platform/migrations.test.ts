import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { pool } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { deploy } from '../../prisma/deploy.mjs'
import { useDatabase } from '../support/database'

useDatabase()

const migration = (name: string, sql: string) => ({ name, sql })
const names = async () =>
  (await pool().query<{ migration_name: string }>('select migration_name from "_prisma_migrations"')).rows.map(
    (row) => row.migration_name,
  )

test('a migration that fails leaves nothing of itself, and those before it stand', async () => {
  const list = [
    migration('30000101000000_first', 'create table first_one (id int);'),
    migration('30000102000000_broken', 'create table half_one (id int); select no_such_function();'),
  ]
  await expect(deploy(env().DATABASE_URL, list)).rejects.toThrow(/30000102000000_broken a échoué.*no_such_function/)
  expect(await names()).toContain('30000101000000_first')
  const { rows } = await pool().query(`select to_regclass('half_one') as half, to_regclass('first_one') as first`)
  expect(rows).toEqual([{ half: null, first: 'first_one' }])
})

test('an applied migration that has changed since is refused before anything is applied', async () => {
  const name = '30000201000000_changed'
  await deploy(env().DATABASE_URL, [migration(name, 'select 1;')])
  const next = migration('30000202000000_next', 'create table next_one (id int);')
  await expect(deploy(env().DATABASE_URL, [migration(name, 'select 2;'), next])).rejects.toThrow(/n’est plus celle/)
  expect(await names()).not.toContain(next.name)
})

test('two processes that start together apply each migration once', async () => {
  const list = [migration('30000301000000_once', 'create table once_only (id int);')]
  const applied = await Promise.all([1, 2, 3].map(() => deploy(env().DATABASE_URL, list)))
  expect(applied.flat()).toEqual(['30000301000000_once'])
})

test('what is recorded is what Prisma’s own tools expect', async () => {
  const sql = 'select 3;'
  await deploy(env().DATABASE_URL, [migration('30000401000000_recorded', sql)])
  const { rows } = await pool().query(
    `select checksum, applied_steps_count, finished_at is not null as finished, rolled_back_at
     from "_prisma_migrations" where migration_name = '30000401000000_recorded'`,
  )
  const checksum = createHash('sha256').update(sql).digest('hex')
  expect(rows).toEqual([{ checksum, applied_steps_count: 1, finished: true, rolled_back_at: null }])
})
