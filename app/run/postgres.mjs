import path from 'node:path'
import { freePort } from './ports.mjs'
import { adopt, borrow } from './postgres/adoption.mjs'
import { nativeFolder } from './postgres/binaries.mjs'
import { addressOf, prepareCluster } from './postgres/cluster.mjs'
import { claim, release } from './postgres/ownership.mjs'
import { dataFolder, serverIdentity } from './postgres/places.mjs'
import { halt, launch } from './postgres/server.mjs'
import { supervise } from './postgres/supervisor.mjs'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * The embedded PostgreSQL of this copy: created when new, adopted when a killed run left it, else started.
 * `restarts`: start it again when it dies. `fast`: a throw-away server that never waits for the disk.
 * When another live process runs it already, `owner` is that process: the server is lent and `stop` leaves it alone.
 */
export async function startPostgres({ dataDir, port = 54320, fast = false, restarts = false, log = () => {} } = {}) {
  const identity = serverIdentity()
  const folder = path.resolve(dataDir ?? dataFolder(root, identity))
  const owner = claim(folder)
  if (owner) return { url: await borrow(folder), owner, adopted: false, stop: async () => {} }
  try {
    const native = await nativeFolder(identity)
    const options = { dataDir: folder, native, identity, fast, log }
    prepareCluster(options)
    const found = await adopt(folder)
    const server = found ?? (await launch({ ...options, port: await freePort(port) }))
    const restart = async () => {
      server.watch?.kill('SIGKILL')
      Object.assign(server, await launch({ ...options, port: server.port }))
    }
    const unsupervise = restarts ? supervise({ dataDir: folder, start: restart }) : async () => {}
    const stop = async () => {
      await unsupervise()
      server.watch?.kill('SIGKILL')
      await halt(folder)
      release(folder)
    }
    return { url: addressOf(folder, server.port), adopted: found !== undefined, stop }
  } catch (error) {
    release(folder)
    throw error
  }
}
