import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

/** Real processes of `program` on this database; one is killed (SIGKILL) and another takes its place at each `kill`. */
export async function startWorkers(program: string, count: number) {
  const name = path.relative(root, program).replaceAll(/\W/g, '-')
  const bundle = path.join(root, `node_modules/.cache/${name}.mjs`)
  await build({
    entryPoints: [program],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '~': path.join(root, 'app') },
    logLevel: 'error',
  })
  const workers = await Promise.all(Array.from({ length: count }, () => start(bundle)))
  return {
    /** Kills one in the middle of whatever it does. */
    async kill(): Promise<void> {
      const victim = workers.shift()
      if (victim) await end(victim)
      workers.push(await start(bundle))
    },
    stop: () => Promise.all(workers.map(end)),
  }
}

async function start(bundle: string): Promise<ChildProcess> {
  const child = fork(bundle, { cwd: root, env: process.env })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the worker ended at start (${code})`)
  })
  await Promise.race([once(child, 'message'), failed])
  failed.catch(() => {})
  return child
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
