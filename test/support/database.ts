import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { db, disconnect } from '~/platform/db.server'
import { unshare } from '~/platform/shared.server'
import { reloadEnv } from '~/platform/env.server'

/**
 * Gives this test file a database of its own, migrated and empty. Call it once at the top of the file;
 * the function it returns is the Prisma client of that database, and `db()` of the product is the same.
 */
export function useDatabase() {
  const name = `test_${randomBytes(6).toString('hex')}`
  beforeAll(async () => {
    await asAdmin((admin) => admin.query(`create database ${name} template template_migrated`))
    const url = new URL(inject('postgresUrl'))
    url.pathname = `/${name}`
    process.env.DATABASE_URL = url.href
    reloadEnv()
  })
  afterAll(async () => {
    await disconnect()
    // they count in the database that goes
    unshare('rate limits')
    await asAdmin((admin) => admin.query(`drop database ${name} with (force)`))
  })
  return db
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>) {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
