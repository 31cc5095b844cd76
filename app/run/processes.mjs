import { spawn } from 'node:child_process'
import { Fault } from './fault.mjs'

const children = new Set()

/** Runs a node program to its end; see `run`. */
export const runNode = (script, args = [], environment = {}) => run(process.execPath, [script, ...args], environment)

/** Runs a program to its end. Rejects with what it wrote when it fails; resolves with it otherwise. */
export function run(command, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.add(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      children.delete(child)
      if (code === 0) resolve(said)
      else reject(new Fault(`${[command, ...args].join(' ')} a échoué (${code})\n${said}`))
    })
  })
}

/** Ends whatever `runNode` has under way. */
export function endAll() {
  for (const child of children) child.kill('SIGTERM')
}
