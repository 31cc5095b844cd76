import fs from 'node:fs'
import path from 'node:path'
import { areDependenciesInstalled } from '../dependencies.mjs'
import { Fault } from '../fault.mjs'
import { isPortFree } from '../ports.mjs'
import { claim, ownerOf, release } from '../postgres/ownership.mjs'
import { dataFolder, serverIdentity } from '../postgres/places.mjs'
import { run } from '../processes.mjs'
import { step } from './say.mjs'

const OLDEST_NODE = [20, 19]

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new Fault(`Node ${process.version} est trop ancien : il faut ${OLDEST_NODE.join('.')} ou plus récent`)
}

/**
 * A build replaces the packages and the files that a running server reads: one start with build at a time, and none
 * beside a start that has this copy's database.
 */
export async function claimBuild(root, life) {
  const folder = path.join(root, 'data', 'build')
  const owner = ownerOf(dataFolder(root, serverIdentity())) ?? claim(folder)
  if (owner) throw alreadyUp(owner)
  await life.holds(async () => release(folder))
}

export const alreadyUp = (pid) =>
  new Fault(`cette copie est déjà lancée (processus ${pid}) : arrêtez-la d’abord, ou indiquez PGDATA_DIR et PORT`)

export async function installDependencies() {
  if (areDependenciesInstalled()) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  console.log('  Installation des paquets : une à deux minutes…')
  await step('Paquets installés', () => run(npm, ['ci', '--no-audit', '--no-fund']))
}

export function checkBuild() {
  const parts = ['build/site/server/index.js', 'build/server.mjs', 'node_modules/pg']
  if (parts.every((part) => fs.existsSync(part))) return
  throw new Fault('rien n’est encore construit : lancez d’abord « npm run up »')
}

/** Nobody wants to hear of a taken port after the build. */
export async function checkPort({ PORT, HOST }) {
  if (PORT === 0 || (await isPortFree(PORT, HOST))) return
  throw new Fault(`le port ${PORT} est pris : arrêtez le programme qui l’occupe, ou indiquez un autre PORT`)
}
