import { fork } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const SECRETS = {
  APP_SECRET: 'a secret for measures, of no use elsewhere',
  BALLOT_SECRET: 'another secret for measures, for the ballots',
}

/** Runs a program to its end, hands it what it works on, and returns what it answers. */
export function ask(file, env, message = {}) {
  return new Promise((resolve, reject) => {
    const child = start(file, env)
    let answer
    child.on('message', (said) => (answer = said))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 && answer !== undefined
        ? resolve(answer)
        : reject(new Error(`${path.basename(file)} ended with ${code}`)),
    )
    child.send(message)
  })
}

/** The built server on a free port, logging as it does in production. */
export async function startServer(env) {
  const child = start(
    'build/server.mjs',
    { ...env, NODE_ENV: 'production', PORT: '0', WORKER: '0', LOG_LEVEL: 'info' },
    'ignore',
  )
  const port = await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message.ready))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGTERM')
    })
  return { origin: `http://127.0.0.1:${port}`, stop }
}

function start(file, env, stdout = 'inherit') {
  const { PATH, HOME } = process.env
  return fork(file, [], {
    cwd: root,
    env: { PATH, HOME, LOG_LEVEL: 'silent', ...SECRETS, ...env },
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
  })
}
