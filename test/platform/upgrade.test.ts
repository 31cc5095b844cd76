import fs from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { verifyReceipts } from '~/dues/receipts/verify-receipts.server'
import { verifyRegister } from '~/minutes/verify-register.server'
import { pool } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { deploy, storedMigrations } from '../../prisma/deploy.mjs'
import { useDatabase } from '../support/database'

const db = useDatabase()

/** The whole demonstration as it stood under the migrations up to this one: every table, rows as JSON. */
const BEFORE = '20261130220500_folded_names'
const file = path.resolve(import.meta.dirname, '../fixtures/database/demonstration-20261130220500.json.br')
const kept = JSON.parse(brotliDecompressSync(fs.readFileSync(file)).toString('utf8')) as Record<string, unknown[]>
const upgrade = () => deploy(env().DATABASE_URL)

beforeEach(async () => {
  await pool().query('drop schema public cascade; create schema public')
  await deploy(
    env().DATABASE_URL,
    storedMigrations().filter(({ name }) => name <= BEFORE),
  )
  await change(
    Object.entries(kept)
      .map(([table, rows]) => {
        const json = JSON.stringify(rows).replaceAll("'", "''")
        return `insert into "${table}" select * from json_populate_recordset(null::"${table}", '${json}');`
      })
      .join('\n'),
  )
})

/** Rows as they might have been written while nothing held them. */
const change = (sql: string) => pool().query(`begin; set local session_replication_role = replica; ${sql}; commit`)

const counts = async () => {
  const found = await Promise.all(
    Object.keys(kept).map((table) => pool().query<{ n: number }>(`select count(*)::int as n from "${table}"`)),
  )
  return Object.fromEntries(Object.keys(kept).map((table, rank) => [table, found[rank]?.rows[0]?.n]))
}

const orphans = async () =>
  (await pool().query('select "table", "column", "row" ->> $1 as was from "OrphanReference" order by 1, 2', ['resolutionId']))
    .rows // prettier-ignore

const NOTHING = '00000000-0000-7000-8000-000000000000'

test('a database of before is upgraded without loss: as many rows, the register verified, no reference to nothing', async () => {
  const before = Object.fromEntries(Object.entries(kept).map(([table, rows]) => [table, rows.length]))
  expect(await upgrade()).not.toEqual([])
  expect(await counts()).toEqual(before)
  expect(await orphans()).toEqual([])
  expect(await verifyRegister(db())).toMatchObject({ ok: true, entries: 8 })
  expect(await verifyReceipts(db())).toMatchObject({ ok: true, entries: 46 })
  const { rows } = await pool().query(`select distinct subject from "JournalEntry" where subject !~ '^[A-Z]'`)
  expect(rows).toEqual([])
  expect(await upgrade()).toEqual([])
})

test('a reference to nothing is kept aside with its row, in records too; what it says of it is emptied', async () => {
  await change(`
    update "Application" set "resolutionId" = '${NOTHING}' where id = (select min(id::text)::uuid from "Application");
    update "MemberEvent" set "resolutionId" = '${NOTHING}' where id = (select min(id::text)::uuid from "MemberEvent")`)
  await upgrade()
  expect(await orphans()).toEqual([
    { table: 'Application', column: 'resolutionId', was: NOTHING },
    { table: 'MemberEvent', column: 'resolutionId', was: NOTHING },
  ])
  expect(await db().memberEvent.count({ where: { resolutionId: NOTHING } })).toBe(0)
  await expect(pool().query(`delete from "MemberEvent"`)).rejects.toThrow(/append-only/)
})

test('where it may not be empty, nothing of that migration is applied and the counts are said; mended, the next start goes on', async () => {
  const { length } = kept['Convocation'] ?? []
  await change(`update "Convocation" set "sentBy" = '${NOTHING}'`)
  await expect(upgrade()).rejects.toThrow(
    new RegExp(`every_reference_has_its_key a échoué.*n’existe pas.*Convocation\\.sentById \\(${length}\\)`),
  )
  expect((await pool().query(`select to_regclass('"OrphanReference"') as t`)).rows).toEqual([{ t: null }])
  await change(`update "Convocation" set "sentById" = (select id from "Account" limit 1)`)
  const applied = await upgrade()
  expect(applied[0]).toMatch(/every_reference_has_its_key/)
})
