import { startThrowawayPostgres } from '../../../app/run/postgres/throwaway.mjs'
import { setClock } from './day'
import { createDatabase, prepareTemplates } from './databases'
import { startServer } from './server'

/**
 * The day of the run, then one PostgreSQL and one server over a seeded demonstration, for all browser tests: BASE_URL, E2E_DATABASE_URL. A story
 * that wants a database or a second process of its own asks `createDatabase` and `startServer`.
 */
export default async function setup() {
  setClock()
  const postgres = await startThrowawayPostgres()
  process.env.E2E_POSTGRES_URL = postgres.url
  await prepareTemplates(postgres.url)
  process.env.E2E_DATABASE_URL = await createDatabase({ seeded: true })
  const server = await startServer(process.env.E2E_DATABASE_URL)
  process.env.BASE_URL = server.url
  return async () => {
    await server.stop()
    await postgres.stop()
  }
}
