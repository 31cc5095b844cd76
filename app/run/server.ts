import { installationCode } from '~/offices/install-association.server'
import { db, disconnect, pool } from '~/platform/db.server'
import { env, readEnv } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { announceShutdown } from '~/platform/shutdown.server'
import { startWeb } from './web'
import { startWorker } from './worker'

const PATIENCE_MS = 10_000

const settings = readEnv(process.env)
if ('faults' in settings) {
  console.error(settings.faults.join('\n'))
  process.exit(1)
}

const { worker, web } = await start().catch((error) => {
  log().fatal({ err: error }, 'cannot start')
  process.exit(1)
})
log().info({ port: web?.port, worker: worker !== undefined, demo: env().DEMO }, 'ready')
if (web && (await db().association.count()) === 0) {
  log().warn(
    { address: `${env().PUBLIC_URL}/installation`, code: installationCode() },
    'no association yet: install it',
  )
}
process.send?.({ ready: web?.port ?? 0 })

async function start() {
  if (env().CLOCK_SHIFT !== 0 && !env().DEMO) {
    console.error('CLOCK_SHIFT ne vaut que pour une démonstration (DEMO=1)')
    process.exit(1)
  }
  if (await isDemoRefused()) {
    console.error('DEMO=1 est refusée : cette base porte une vraie association, où chacun pourrait entrer')
    process.exit(1)
  }
  return { worker: env().WORKER ? await startWorker() : undefined, web: env().WEB ? await startWeb() : undefined }
}

let stopping = false
async function stop(reason: string, code = 0): Promise<void> {
  if (stopping) return
  stopping = true
  log().info({ reason }, 'stopping')
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
  const closed = web?.stop()
  announceShutdown()
  await closed
  await worker?.stop()
  await disconnect()
  process.exit(code)
}

process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
process.on('disconnect', () => void stop('parent gone'))
process.on('unhandledRejection', (error) => log().error({ err: error }, 'unhandled rejection'))
process.on('uncaughtException', (error) => {
  log().fatal({ err: error }, 'uncaught exception')
  void stop('uncaught exception', 1)
})

async function isDemoRefused(): Promise<boolean> {
  if (!env().DEMO) return false
  const found = await pool().query<{ demo: boolean }>('select demo from "Association"')
  return found.rows[0]?.demo === false
}
