import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { binary } from './binaries.mjs'
import { reachable } from './places.mjs'

/** Makes the data folder ready for `identity` and fills it when it is new. */
export function prepareCluster({ dataDir, native, identity, fast }) {
  makeFolder(dataDir, identity)
  const passwordFile = passwordOf(dataDir)
  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) create({ dataDir, native, identity, passwordFile, fast })
}

/** The superuser's connection string. */
export function addressOf(dataDir, port) {
  const password = fs.readFileSync(passwordOf(dataDir), 'utf8').trim()
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
}

const passwordOf = (dataDir) => `${dataDir}.password`

/** The environment PostgreSQL runs in: nothing of the caller's locale, time zone or PG* settings. */
export const serverEnvironment = (native) => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  LD_LIBRARY_PATH: path.join(native, 'lib'),
})

function makeFolder(dataDir, identity) {
  fs.mkdirSync(path.dirname(dataDir), { recursive: true })
  // a mode given to a recursive mkdir would close the parents too
  if (!fs.existsSync(dataDir)) fs.mkdirSync(dataDir, { mode: 0o700 })
  if (identity.uid === undefined) return
  fs.chownSync(dataDir, identity.uid, identity.gid)
  if (!reachable(dataDir, identity))
    throw new Error(
      `${dataDir} est sous un dossier fermé : indiquez un autre dossier dans PGDATA_DIR, ou votre PostgreSQL dans DATABASE_URL`,
    )
}

function create({ dataDir, native, identity, passwordFile, fast }) {
  emptyFolder(dataDir)
  fs.writeFileSync(passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 })
  if (identity.uid !== undefined) fs.chownSync(passwordFile, identity.uid, identity.gid)
  const options = ['-D', dataDir, '-U', 'postgres', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8']
  const locale = ['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8']
  const made = spawnSync(binary(native, 'initdb'), [...options, ...locale, ...(fast ? ['--no-sync'] : [])], {
    ...identity,
    cwd: '/',
    env: serverEnvironment(native),
    encoding: 'utf8',
  })
  if (made.status === 0) return
  emptyFolder(dataDir)
  throw new Error(`initdb a échoué : ${made.stderr || made.error}`)
}

/** An initdb that was killed leaves files without PG_VERSION, or none complete: initdb wants the folder empty. */
function emptyFolder(dataDir) {
  for (const name of fs.readdirSync(dataDir)) fs.rmSync(path.join(dataDir, name), { recursive: true, force: true })
}
