import { Fault } from '../fault.mjs'
import { runNode } from '../processes.mjs'
import { alreadyUp } from './copy.mjs'
import { step } from './say.mjs'

/** Starts this copy's PostgreSQL. Refuses when another start of this copy has it. */
export async function startOwnDatabase({ PGPORT }) {
  const { startPostgres } = await import('../postgres.mjs')
  const server = await startPostgres({ port: PGPORT, restarts: true })
  if (server.owner) throw alreadyUp(server.owner)
  return server
}

/** Brings the tables, and those of the jobs, to what the sources expect. */
export async function migrate(url) {
  const { deploy } = await import('../../../prisma/deploy.mjs')
  await deploy(url)
  const { runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: url })
}

/**
 * Fills an empty database with the demonstration when this start may. Returns what the server is to be given; refuses
 * DEMO=1 over a real association, where anyone could then sign in as anyone.
 */
export async function prepareDemo({ mayBeDemo, environment, demoSecrets }) {
  const found = mayBeDemo ? await associationIn(environment.DATABASE_URL) : 'real'
  if (found === 'real' && mayBeDemo && environment.DEMO === '1')
    throw new Fault('DEMO=1 est refusée : cette base porte une vraie association, où chacun pourrait entrer')
  if (found === 'real') return { ...environment, DEMO: '0' }
  const demo = { ...environment, ...demoSecrets, DEMO: '1' }
  if (found === 'none') await step('Données de démonstration', () => runNode('build/seed.mjs', [], demo))
  return demo
}

async function associationIn(connectionString) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query(`
    select demo, "seededAt" is not null as whole from "Association"`)
  await client.end()
  if (rows.length === 0) return 'none'
  const [{ demo, whole }] = rows
  // a demonstration whose seed was interrupted is written again: the seed erases it first
  return demo ? (whole ? 'demo' : 'none') : 'real'
}
