import { fork } from 'node:child_process'
import { Fault } from '../fault.mjs'

const BUILT = { program: 'build/server.mjs', NODE_ENV: 'production' }
const PROGRAMS = { up: BUILT, start: BUILT, dev: { program: 'app/run/dev/server.mjs', NODE_ENV: 'development' } }

/** Starts the server and waits until it listens. `ended` resolves when it stops, whoever stopped it. */
export async function startServer(way, environment) {
  const { program, NODE_ENV } = PROGRAMS[way]
  const child = fork(program, [], {
    env: { ...environment, NODE_ENV },
    // its own process group: the terminal's Ctrl-C reaches us alone, and we stop it in order
    detached: true,
  })
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)))
  await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    ended.then((how) => {
      throw new Fault(`le serveur ne démarre pas (${how})`)
    }),
  ])
  const stop = async (signal = 'SIGTERM') => {
    child.kill(signal)
    await ended
  }
  return { ended, stop }
}
