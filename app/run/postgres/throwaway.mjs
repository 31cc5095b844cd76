import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '../postgres.mjs'

/** A PostgreSQL of its own for tests and tools: quick, on a free port, gone without a trace when stopped. */
export async function startThrowawayPostgres() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cpts-statuts-'))
  fs.chmodSync(folder, 0o755)
  const server = await startPostgres({ dataDir: path.join(folder, 'pg'), port: 0, fast: true })
  const stop = async () => {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}
