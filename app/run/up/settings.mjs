import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { Fault } from '../fault.mjs'

const SECRETS = 'data/secrets.json'

/**
 * The settings of this start. `environment` is what the server will be given; `mayBeDemo`: whether an
 * empty database is filled with the demonstration, which alone may live with secrets of our own (`demoSecrets`).
 */
export async function readSettings() {
  const embedded = !process.env.DATABASE_URL
  const mayBeDemo = process.env.DEMO ? process.env.DEMO === '1' : embedded
  const environment = { ...process.env, ...(embedded && { DATABASE_URL: 'postgresql://embedded' }) }
  const demoSecrets = mayBeDemo ? secretsNotIn(environment) : {}
  return { ...(await check({ ...environment, ...demoSecrets })), embedded, mayBeDemo, environment, demoSecrets }
}

async function check(environment) {
  const { readEnv } = await import('../../../build/env.mjs')
  const read = readEnv(environment)
  if (read.faults) throw new Fault(read.faults.join('\n'))
  return read.env
}

/** The secrets of this copy's demonstration, made once, but for those that are set. */
function secretsNotIn(environment) {
  fs.mkdirSync('data', { recursive: true })
  if (!fs.existsSync(SECRETS)) {
    const secret = () => randomBytes(36).toString('base64url')
    fs.writeFileSync(SECRETS, JSON.stringify({ APP_SECRET: secret(), BALLOT_SECRET: secret() }), { mode: 0o600 })
  }
  const kept = JSON.parse(fs.readFileSync(SECRETS, 'utf8'))
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !environment[name]))
}
