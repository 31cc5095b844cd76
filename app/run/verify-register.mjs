// npm run verify:register: recomputes the registers; exit 1 with the entry at fault when anything was altered.
import fs from 'node:fs'
import path from 'node:path'
import { runNode } from './processes.mjs'

process.chdir(path.resolve(import.meta.dirname, '../..'))

/** Reading needs no secret: these stand in for those of the server. */
const UNUSED = { APP_SECRET: 'unused-by-the-verification-program', BALLOT_SECRET: 'unused-by-the-verification-program' }

async function main() {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  if (!fs.existsSync('build/verify-register.mjs'))
    throw new Error('rien n’est encore construit : lancez d’abord « npm run up » ou « npm run build »')
  const server = process.env.DATABASE_URL ? null : await (await import('./postgres.mjs')).startPostgres()
  try {
    const DATABASE_URL = server?.url ?? process.env.DATABASE_URL
    process.stdout.write(await runNode('build/verify-register.mjs', [], { ...UNUSED, ...process.env, DATABASE_URL }))
  } finally {
    await server?.stop()
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message)
    process.exit(1)
  },
)
