import { fork } from 'node:child_process'
import { Fault } from '../fault.mjs'

/** Starts the server and waits until it listens. `ended` resolves when it stops, whoever stopped it. */
export async function startServer(environment) {
  const child = fork('build/server.mjs', [], {
    env: { ...environment, NODE_ENV: 'production' },
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
