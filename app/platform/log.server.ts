import { AsyncLocalStorage } from 'node:async_hooks'
import pino, { type Logger } from 'pino'
import { env } from './env.server'
import { shared } from './shared.server'

type Held = { logger?: Logger; request: AsyncLocalStorage<string> }

const held = () => shared<Held>('log', () => ({ request: new AsyncLocalStorage() }))

/** The JSON log of this process; each line carries the id of the request it belongs to. Never names, never secrets. */
export function log(): Logger {
  const all = held()
  all.logger ??= newLogger(all.request)
  return all.logger
}

/** Runs `work` so that every line it logs carries this request id. */
export const withRequestId = <T>(requestId: string, work: () => T): T => held().request.run(requestId, work)

function newLogger(request: AsyncLocalStorage<string>): Logger {
  return pino({
    level: env().LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => {
      const requestId = request.getStore()
      return requestId === undefined ? {} : { requestId }
    },
    serializers: { err: withoutPersonalData },
  })
}

/** What of an error may be kept: PostgreSQL's `detail` and Prisma's `meta` quote the row, so neither is. */
function withoutPersonalData(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { type: error.name, code, message: maskAddresses(error.message), stack: maskAddresses(error.stack ?? '') }
}

const maskAddresses = (text: string) => text.replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '…@…')
