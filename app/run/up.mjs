// npm run up: builds this copy and serves it. npm start (--no-build): serves what is built.
import fs from 'node:fs'
import path from 'node:path'
import { Fault } from './fault.mjs'
import { beginLife } from './up/life.mjs'
import { step } from './up/say.mjs'

const root = path.resolve(import.meta.dirname, '../..')
process.chdir(root)
const builds = !process.argv.includes('--no-build')
const life = beginLife()

async function main() {
  const { checkBuild, checkNode, checkPort, claimBuild, installDependencies } = await import('./up/copy.mjs')
  checkNode()
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  if (builds) {
    await claimBuild(root, life)
    await installDependencies()
    await (await import('./build/bundle.mjs')).bundleChecker()
  } else checkBuild()
  // what imports packages is imported from here on: before `npm ci` there are none
  const { readSettings } = await import('./up/settings.mjs')
  const settings = await readSettings()
  await checkPort(settings)

  const built = builds ? build() : Promise.resolve()
  built.catch(() => {})
  const { environment } = settings
  const { migrate, prepareDemo, startOwnDatabase } = await import('./up/database.mjs')
  if (settings.embedded) {
    const database = await step('PostgreSQL', () => startOwnDatabase(settings))
    await life.holds(database.stop)
    environment.DATABASE_URL = database.url
  }
  await step('Mise à jour de la base', () => migrate(environment.DATABASE_URL))
  await built
  const given = await prepareDemo(settings)
  if (life.isLeaving()) return

  const { startServer } = await import('./up/server.mjs')
  const server = await step('Serveur', () => startServer(given))
  await life.holds(server.stop)
  sayWhere(settings, given.DEMO === '1')
  const how = await server.ended
  if (!life.isLeaving()) throw new Fault(`le serveur s’est arrêté (${how})`)
}

async function build() {
  const { buildSiteAndPrograms, generateClient } = await import('./build/all.mjs')
  await step('Client de la base', generateClient)
  await step('Construction du site', buildSiteAndPrograms)
}

function sayWhere({ PUBLIC_URL, SMTP_URL }, demo) {
  console.log(`\n  Adresse                 ${PUBLIC_URL}`)
  if (demo) console.log(`  Comptes de la démo      ${PUBLIC_URL}/demo`)
  if (demo && !SMTP_URL) console.log(`  Courriels envoyés       ${PUBLIC_URL}/demo/courriels`)
  console.log('  Pour arrêter            Ctrl-C\n')
}

main().catch(async (error) => {
  if (!life.isLeaving()) console.error(error instanceof Fault ? error.message : error)
  await life.leave(1)
})
