import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { startPostgres } from '../../app/run/postgres.mjs'
import { deploy } from '../../prisma/deploy.mjs'

/**
 * A PostgreSQL of its own that waits for the disk at each commit (fsync and synchronous_commit on): a vote told received
 * is a vote kept. `create` gives a new migrated database, `settle` does at once what autovacuum does in the minutes after a
 * large write.
 */
export async function startDurablePostgres() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cpts-bench-'))
  fs.chmodSync(folder, 0o755)
  const server = await startPostgres({ dataDir: path.join(folder, 'pg'), port: 0 })
  const create = async (name) => {
    const admin = new pg.Client({ connectionString: server.url })
    await admin.connect()
    await admin.query(`create database ${name} template template0`)
    await admin.end()
    const url = new URL(server.url)
    url.pathname = `/${name}`
    await deploy(url.href)
    await runMigrations({ connectionString: url.href })
    return url.href
  }
  const settle = async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('vacuum (analyze)')
    await client.end()
  }
  const stop = async () => {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return { create, settle, stop }
}
