import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

// The command must answer at once: it runs a bundle, made anew only when a source is newer.
const root = new URL('../../', import.meta.url).pathname
const bundle = `${root}build/simulate.mjs`
const rules = `${root}app/statutes`

function isFresh() {
  const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs
  if (built === undefined) return false
  const sources = [
    `${root}app/run/simulate.ts`,
    `${root}package-lock.json`,
    rules,
    ...readdirSync(rules, { recursive: true }).map((file) => `${rules}/${file}`),
  ]
  return sources.every((source) => (statSync(source, { throwIfNoEntry: false })?.mtimeMs ?? 0) <= built)
}

/** Several commands may build at once: each writes its own file, and the last rename wins. */
async function build() {
  const { build: esbuild } = await import('esbuild')
  const draft = `${bundle}.${process.pid}`
  mkdirSync(`${root}build`, { recursive: true })
  await esbuild({
    entryPoints: [`${root}app/run/simulate.ts`],
    outfile: draft,
    alias: { '~': `${root}app` },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    logLevel: 'error',
  })
  renameSync(draft, bundle)
}

if (!isFresh()) await build()
const { run } = await import(pathToFileURL(bundle).href)
run(process.argv.slice(2))
