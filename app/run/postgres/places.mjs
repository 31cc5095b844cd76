import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const SHARED = '/var/lib/cpts-statuts'

/** PostgreSQL refuses to run as root: the user it runs as instead; nothing for an ordinary user. */
export function serverIdentity() {
  if (process.getuid?.() !== 0) return {}
  const names = process.env.PG_RUN_AS ? [process.env.PG_RUN_AS] : ['postgres', 'nobody']
  for (const name of names) {
    const uid = spawnSync('id', ['-u', name])
    const gid = spawnSync('id', ['-g', name])
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Error(`aucun utilisateur « ${names.join(' » ni « ')} » pour faire tourner PostgreSQL`)
}

/** Where the data lie: PGDATA_DIR, else `data/pg` of this copy, else a folder of /var/lib when root is in a closed one. */
export function dataFolder(root, identity) {
  if (process.env.PGDATA_DIR) return path.resolve(process.env.PGDATA_DIR)
  const own = path.join(root, 'data', 'pg')
  if (reachable(own, identity)) return own
  const mark = createHash('sha256').update(fs.realpathSync(root)).digest('hex').slice(0, 16)
  const folder = path.join(sharedFolder(), mark)
  fs.mkdirSync(folder, { recursive: true })
  return path.join(folder, 'pg')
}

/** Whether this identity may pass through every folder down to `folder` (whose last parts may not exist yet). */
export function reachable(folder, identity) {
  if (identity.uid === undefined) return true
  let existing = folder
  while (!fs.existsSync(existing)) existing = path.dirname(existing)
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', existing], { ...identity, cwd: '/' }).status === 0
}

/** A folder that root alone may write and all may read; anything else found in its place is refused. */
export function sharedFolder() {
  fs.mkdirSync(SHARED, { recursive: true, mode: 0o755 })
  const found = fs.lstatSync(SHARED)
  if (!found.isDirectory() || found.uid !== 0 || found.mode & 0o022)
    throw new Error(`${SHARED} devrait être un dossier de root, fermé en écriture aux autres`)
  return SHARED
}
