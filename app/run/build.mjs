// npm run build
import path from 'node:path'

process.chdir(path.resolve(import.meta.dirname, '../..'))
const { buildAll } = await import('./build/all.mjs')
try {
  await buildAll()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
