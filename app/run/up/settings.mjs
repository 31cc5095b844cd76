import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { Fault } from './say.mjs'

const SECRETS = 'data/secrets.json'

/**
 * The settings of this start, `.env` included. `environment` is what the server will be given; `mayBeDemo`: whether an
 * empty database is filled with the demonstration, the only case where the secrets may be our own.
 */
export async function readSettings() {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  const embedded = !process.env.DATABASE_URL
  const mayBeDemo = process.env.DEMO ? process.env.DEMO === '1' : embedded
  const environment = { ...process.env }
  if (embedded) environment.DATABASE_URL = 'postgresql://embedded'
  if (mayBeDemo)
    for (const [name, value] of Object.entries(demoSecrets())) environment[name] = process.env[name] || value
  return { ...(await check(environment)), embedded, mayBeDemo, environment }
}

async function check(environment) {
  const { readEnv } = await import('../../../build/env.mjs')
  const read = readEnv(environment)
  if (read.faults) throw new Fault(read.faults.join('\n'))
  return read.env
}

/** The secrets of this copy's demonstration, made once. */
function demoSecrets() {
  fs.mkdirSync('data', { recursive: true })
  if (!fs.existsSync(SECRETS)) {
    const secret = () => randomBytes(36).toString('base64url')
    fs.writeFileSync(SECRETS, JSON.stringify({ APP_SECRET: secret(), BALLOT_SECRET: secret() }), { mode: 0o600 })
  }
  return JSON.parse(fs.readFileSync(SECRETS, 'utf8'))
}
