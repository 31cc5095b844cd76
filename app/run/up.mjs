// npm run up: builds this copy and serves it. npm start (--no-build): serves what is built. npm run dev (--dev): serves the sources.
import fs from 'node:fs'
import path from 'node:path'
import { Fault } from './fault.mjs'
import { beginLife } from './up/life.mjs'
import { placesOf, step } from './up/say.mjs'

const root = path.resolve(import.meta.dirname, '../..')
process.chdir(root)
const way = process.argv.includes('--dev') ? 'dev' : process.argv.includes('--no-build') ? 'start' : 'up'
const life = beginLife()

async function main() {
  const { checkBuild, checkNode, checkPort, claimBuild, installDependencies } = await import('./up/copy.mjs')
  checkNode()
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  if (way === 'start') checkBuild()
  else {
    await claimBuild(root, life)
    await installDependencies()
    await (await import('./build/bundle.mjs')).bundleChecker()
  }
  // what imports packages is imported from here on: before `npm ci` there are none
  const { readSettings } = await import('./up/settings.mjs')
  const settings = await readSettings()
  await checkPort(settings)

  const made = MAKES[way]()
  made.catch(() => {})
  const { environment } = settings
  const { migrate, prepareDemo, startOwnDatabase } = await import('./up/database.mjs')
  if (settings.embedded) {
    const database = await step('PostgreSQL', () => startOwnDatabase(settings))
    await life.holds(database.stop)
    environment.DATABASE_URL = database.url
  }
  await step('Mise à jour de la base', () => migrate(environment.DATABASE_URL))
  await made
  const given = await prepareDemo(settings)
  if (life.isLeaving()) return

  const { startServer } = await import('./up/server.mjs')
  const server = await step('Serveur', () => startServer(way, given))
  await life.holds(server.stop)
  console.log(placesOf(settings, { demo: given.DEMO === '1', dev: way === 'dev' }))
  const how = await server.ended
  if (!life.isLeaving()) throw new Fault(`le serveur s’est arrêté (${how})`)
}

/** What each way of starting makes from the sources beforehand. */
const MAKES = {
  async up() {
    const { buildSiteAndPrograms, generateClient } = await import('./build/all.mjs')
    await step('Client de la base', generateClient)
    await step('Construction du site', buildSiteAndPrograms)
  },
  async dev() {
    const { generateClient, isClientFresh } = await import('./build/all.mjs')
    if (!isClientFresh()) await step('Client de la base', generateClient)
    await (await import('./build/bundle.mjs')).bundleSeed()
  },
  async start() {},
}

main().catch(async (error) => {
  if (!life.isLeaving()) console.error(error instanceof Fault ? error.message : error)
  await life.leave(1)
})
