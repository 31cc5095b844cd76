import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const CHAR_OID = 18
const TEXT_OID = 25

/** The pools the engine uses: it never closes its own, and would hold the process for ten seconds. */
export function engineConnections() {
  const pools = []
  return {
    open(connectionString) {
      // one connection each: session locks and settings must stay on it
      const pool = new pg.Pool({ connectionString, max: 1 })
      pool.on('error', () => {})
      pools.push(pool)
      return noteCharColumns(pool)
    },
    close: () => Promise.all(pools.map((pool) => (pool.ending ? undefined : pool.end()))),
  }
}

/** adapter-pg knows no "char" type, which the engine's catalogue queries return: read it as text, give it as Character. */
export async function connectAdapter(pool) {
  const adapter = await new PrismaPg(pool).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of pool.charColumns) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  // adapter-pg cuts a script at each semicolon, also inside comments and function bodies: send it whole
  adapter.executeScript = async (script) => {
    await pool.query(script)
  }
  return adapter
}

function noteCharColumns(pool) {
  const query = pool.query.bind(pool)
  pool.charColumns = []
  pool.query = async (...args) => {
    const result = await query(...args)
    pool.charColumns = (result?.fields ?? []).flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []))
    for (const index of pool.charColumns) result.fields[index].dataTypeID = TEXT_OID
    return result
  }
  return pool
}
