import pg from 'pg'
import { addressOf } from './cluster.mjs'
import { postmasterOf } from './processes.mjs'
import { watchdog } from './server.mjs'

const PATIENCE_MS = 30_000

/** The server that a killed run left on this folder; `undefined` when there is none, or when it was ending and is gone. */
export async function adopt(dataDir) {
  const live = await answering(dataDir, () => postmasterOf(dataDir) === undefined)
  return live && { ...live, watch: watchdog(live.pid) }
}

/** The address of the server that another live process runs, or is about to, on this folder. */
export async function borrow(dataDir) {
  const live = await answering(dataDir, () => false)
  return addressOf(dataDir, live.port)
}

async function answering(dataDir, isHopeless) {
  const limit = performance.now() + PATIENCE_MS
  while (performance.now() < limit) {
    if (isHopeless()) return undefined
    const live = postmasterOf(dataDir)
    if (live && (await answers(addressOf(dataDir, live.port)))) return live
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`le PostgreSQL de ${dataDir} ne répond pas`)
}

async function answers(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
