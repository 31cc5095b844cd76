import { openEngine } from './engine/engine.mjs'
import { listMigrations, readSchema, writeMigration } from './engine/files.mjs'

const filters = { externalTables: [], externalEnums: [] }

/** The SQL that leads from all migrations to the schema, '' when in step. Worked out in a shadow database. */
export async function diff(url) {
  const { engine, close } = await openEngine(url)
  try {
    const list = listMigrations()
    const from = list.migrationDirectories.length ? { tag: 'migrations', ...list } : { tag: 'empty' }
    const to = { tag: 'schemaDatamodel', files: readSchema() }
    const found = await engine.diff({ from, to, script: true, exitCode: true, filters })
    return found.exitCode === 0 ? '' : found.stdout
  } finally {
    await close()
  }
}

/** Writes the difference as a new migration. Returns its folder, `undefined` when there is nothing to write. */
export async function createMigration(url, name) {
  const sql = await diff(url)
  return sql ? writeMigration(name, sql) : undefined
}
