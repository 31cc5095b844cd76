import fs from 'node:fs'
import path from 'node:path'

const tests = path.resolve(import.meta.dirname, '..')
const IMPORT = /from\s+'(\.{1,2}\/[^']+)'/g

/** Vitest's files in two lists: those which reach `support/database.ts` or the embedded server by their imports are slow. */
export function sortTests() {
  const files = fs
    .readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith('e2e'))
  const onDatabase = files.filter((file) => needsDatabase(path.join(tests, file), new Set()))
  const quick = files.filter((file) => !onDatabase.includes(file))
  return { quick: quick.map(named), onDatabase: onDatabase.map(named) }
}

const named = (file) => path.posix.join('test', ...file.split(path.sep))

function needsDatabase(file, seen) {
  if (path.basename(file) === 'database.ts' || file.includes(path.join('run', 'postgres'))) return true
  if (seen.has(file) || !file.startsWith(tests) || !fs.existsSync(file)) return false
  seen.add(file)
  const imports = [...fs.readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, to]) =>
    path.resolve(path.dirname(file), to),
  )
  return imports.some((to) => [to, `${to}.ts`, `${to}.tsx`].some((each) => needsDatabase(each, seen)))
}
