// node prisma/db.mjs generate | new NAME | deploy | check
import { startPostgres } from '../app/run/postgres.mjs'
import { startThrowawayPostgres } from '../app/run/postgres/throwaway.mjs'
import { writeDocuments } from '../docs/write.mjs'
import { generate } from './generate.mjs'
import { deploy } from './deploy.mjs'
import { createMigration, diff } from './migrate.mjs'

const [command, name] = process.argv.slice(2)

const onDatabase = {
  async new(url) {
    if (!/^[a-z0-9_]+$/.test(name ?? '')) throw new Error('un nom en minuscules est attendu : db.mjs new ajoute_x')
    console.log((await createMigration(url, name)) ?? 'rien à écrire : les migrations et le schéma concordent')
    writeDocuments()
  },
  async deploy(url) {
    const applied = await deploy(url)
    console.log(applied.length ? `appliquées : ${applied.join(', ')}` : 'la base est à jour')
  },
  async check(url) {
    const sql = await diff(url)
    if (sql) throw new Error(`le schéma est en avance sur les migrations :\n${sql}`)
    console.log('les migrations et le schéma concordent')
  },
}

async function main() {
  if (command === 'generate') return generate()
  const act = onDatabase[command]
  if (!act) throw new Error('db.mjs generate | new NOM | deploy | check')
  if (process.env.DATABASE_URL) return act(process.env.DATABASE_URL)
  // only `deploy` is about the data; the others need no more than a server to think with
  const server = command === 'deploy' ? await startPostgres() : await startThrowawayPostgres()
  try {
    await act(server.url)
  } finally {
    await server.stop()
  }
}

// the engine leaves a timer behind: end the process ourselves
main().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message)
    process.exit(1)
  },
)
