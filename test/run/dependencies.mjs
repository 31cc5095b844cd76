import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const INSTALLED = 'node_modules/.package-lock.json'

/** Runs `npm ci` when node_modules is missing or holds other versions than the lock file. */
export function installDependencies() {
  if (areInstalled()) return
  console.log('# npm ci')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (done.status !== 0) process.exit(1)
}

function areInstalled() {
  if (!fs.existsSync(INSTALLED)) return false
  const installed = packagesOf(INSTALLED)
  return Object.entries(packagesOf('package-lock.json')).every(
    ([name, { version, optional }]) =>
      name === '' || installed[name]?.version === version || (optional && !installed[name]),
  )
}

const packagesOf = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages
