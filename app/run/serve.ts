import type { RequestListener, Server } from 'node:http'
import type { TaskList } from 'graphile-worker'
import { hasAssociation } from '~/association/in-force.server'
import { installationCode } from '~/offices/install-association.server'
import { db, disconnect, pool } from '~/platform/db.server'
import { env, readEnv } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { announceShutdown } from '~/platform/shutdown.server'
import { startWeb } from './web'
import { startWorker } from './worker'

const PATIENCE_MS = 10_000

/** What this process serves, asked for once its settings are known to be right. `server`: the one to answer on, else a new one. */
export type Served = { site: () => Promise<RequestListener>; tasks: () => Promise<TaskList>; server?: Server }

/**
 * Serves pages (WEB) and works jobs (WORKER) until a signal, or the end of the parent process, stops it. Tells the parent which
 * port it listens on. A wrong setting, or DEMO=1 over a real association, ends the process with code 1 and says why.
 */
export async function serve(served: Served): Promise<void> {
  const settings = readEnv(process.env)
  if ('faults' in settings) refuse(settings.faults.join('\n'))
  const { worker, web } = await start(served).catch((error) => {
    log().fatal({ err: error }, 'cannot start')
    process.exit(1)
  })
  log().info({ port: web?.port, worker: worker !== undefined, demo: env().DEMO }, 'ready')
  if (web && !(await hasAssociation(db()))) {
    log().warn(
      { address: `${env().PUBLIC_URL}/installation`, code: installationCode() },
      'no association yet: install it',
    )
  }
  process.send?.({ ready: web?.port ?? 0 })
  stopWhenTold(async () => {
    const closed = web?.stop()
    announceShutdown()
    await closed
    await worker?.stop()
    await disconnect()
  })
}

async function start({ site, tasks, server }: Served) {
  if (env().CLOCK_SHIFT !== 0 && !env().DEMO) refuse('CLOCK_SHIFT ne vaut que pour une démonstration (DEMO=1)')
  if (await isDemoRefused())
    refuse('DEMO=1 est refusée : cette base porte une vraie association, où chacun pourrait entrer')
  return {
    worker: env().WORKER ? await startWorker(await tasks()) : undefined,
    web: env().WEB ? await startWeb(await site(), server) : undefined,
  }
}

function refuse(why: string): never {
  console.error(why)
  process.exit(1)
}

/** Ends the process in order, at most once; by force when the order takes longer than the patience of whoever stops it. */
function stopWhenTold(end: () => Promise<void>): void {
  let stopping = false
  const stop = async (reason: string, code = 0) => {
    if (stopping) return
    stopping = true
    log().info({ reason }, 'stopping')
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    await end()
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
}

async function isDemoRefused(): Promise<boolean> {
  if (!env().DEMO) return false
  const found = await pool().query<{ demo: boolean }>('select demo from "Association"')
  return found.rows[0]?.demo === false
}
