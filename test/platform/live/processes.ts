import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../../..')
const bundle = path.join(root, 'node_modules/.cache/live-serve.mjs')

export type Served = { child: ChildProcess; url: string }

/** Two real processes of Node, on the database of this test. */
export async function serveTwice(): Promise<Served[]> {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'serve.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '~': path.join(root, 'app') },
    logLevel: 'error',
  })
  return Promise.all([serve(), serve()])
}

function serve(): Promise<Served> {
  const child = fork(bundle, { cwd: root })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      if (typeof message === 'object' && 'port' in message)
        resolve({ child, url: `http://127.0.0.1:${String(message.port)}/` })
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
}
