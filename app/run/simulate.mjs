import { Buffer } from 'node:buffer'
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

// The command must answer at once: it runs a bundle, made anew only when a source is newer.
const root = fileURLToPath(new URL('../../', import.meta.url))
const bundle = `${root}build/simulate.mjs`
const rules = `${root}app/statutes`

function isFresh() {
  const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs
  if (built === undefined) return false
  const sources = [`${root}package-lock.json`, rules]
  const files = readdirSync(rules).map((file) => `${rules}/${file}`)
  return [...sources, `${root}app/run/simulate.ts`, ...files].every(
    (file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) <= built,
  )
}

async function build() {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    entryPoints: [`${root}app/run/simulate.ts`],
    alias: { '~': `${root}app` },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0].text
}

/** Several commands may build at once: each writes its own file, and the last rename wins. A closed folder keeps nothing. */
function keep(code) {
  const draft = `${bundle}.${process.pid}`
  try {
    mkdirSync(`${root}build`, { recursive: true })
    writeFileSync(draft, code)
    renameSync(draft, bundle)
    return pathToFileURL(bundle).href
  } catch {
    return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  }
}

const { run } = await import(isFresh() ? pathToFileURL(bundle).href : keep(await build()))
run(process.argv.slice(2))
