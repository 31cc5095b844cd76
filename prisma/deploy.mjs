import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { listMigrations } from './engine/files.mjs'

/** The lock that Prisma's own tools take, so that they and we never migrate one database at once. */
const LOCK = 72_707_369

/** Prisma's own record of what was applied: its tools read and continue it. */
const RECORD = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

/**
 * Applies the migrations that this database lacks, in order, each whole or not at all, one process at a time. Returns their
 * names; [] when in step. Throws when an applied one has changed since, or stands as failed: somebody must look.
 */
export async function deploy(url, migrations = storedMigrations()) {
  const client = new pg.Client({ connectionString: url })
  client.on('notice', ({ severity, message }) => severity === 'WARNING' && console.warn(message))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(RECORD)
    return await applyMissing(client, migrations)
  } finally {
    await client.end()
  }
}

async function applyMissing(client, migrations) {
  const { rows } = await client.query(
    'select migration_name, checksum, finished_at from "_prisma_migrations" where rolled_back_at is null',
  )
  const recorded = new Map(rows.map((row) => [row.migration_name, row]))
  for (const { name, sql } of migrations) checkRecorded(name, sql, recorded.get(name))
  const applied = []
  for (const { name, sql } of migrations) {
    if (recorded.has(name)) continue
    await apply(client, name, sql)
    applied.push(name)
  }
  return applied
}

function checkRecorded(name, sql, found) {
  if (!found) return
  if (!found.finished_at)
    throw new Error(`la migration ${name} a échoué auparavant sur cette base : rien n’est appliqué`)
  if (found.checksum !== checksumOf(sql))
    throw new Error(`la migration ${name} n’est plus celle qui fut appliquée à cette base : rien n’est appliqué`)
}

async function apply(client, name, sql) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
       values ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), checksumOf(sql), name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`la migration ${name} a échoué, la base est restée comme avant : ${error.message}`, {
      cause: error,
    })
  }
}

/** The migrations of these sources, in order. */
export const storedMigrations = () =>
  listMigrations().migrationDirectories.map(({ path, migrationFile }) => ({
    name: path,
    sql: migrationFile.content.value,
  }))

const checksumOf = (sql) => createHash('sha256').update(sql).digest('hex')
