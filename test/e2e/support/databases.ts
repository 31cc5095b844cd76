import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { deploy } from '../../../prisma/deploy.mjs'
import { settingsFor } from './server'

const MIGRATED = 'site_migrated'
const SEEDED = 'site_seeded'

/** Makes on this server what `createDatabase` clones: a migrated database, and one that holds the demonstration. */
export async function prepareTemplates(postgresUrl: string): Promise<void> {
  await asAdmin(postgresUrl, `create database ${MIGRATED} template template0`)
  const url = databaseOn(postgresUrl, MIGRATED)
  await deploy(url)
  await runMigrations({ connectionString: url })
  await asAdmin(postgresUrl, `create database ${SEEDED} template ${MIGRATED}`)
  execFileSync(process.execPath, ['build/seed.mjs'], {
    env: { ...process.env, ...settingsFor(databaseOn(postgresUrl, SEEDED)) },
  })
}

/** A migrated database of its own, empty or holding the demonstration. Returns its address. */
export async function createDatabase(
  { seeded }: { seeded: boolean },
  postgresUrl = process.env.E2E_POSTGRES_URL ?? '',
) {
  const name = `site_${randomBytes(4).toString('hex')}`
  await asAdmin(postgresUrl, `create database ${name} template ${seeded ? SEEDED : MIGRATED}`)
  return databaseOn(postgresUrl, name)
}

function databaseOn(postgresUrl: string, name: string): string {
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  return url.href
}

async function asAdmin(connectionString: string, sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString })
  await admin.connect()
  await admin.query(sql)
  await admin.end()
}
