import { connect } from 'node:net'
import { pool } from './db.server'
import { env } from './env.server'
import { isProxyUncounted } from './proxy.server'
import { shared } from './shared.server'

const LIMIT_MS = 2_000
const MAIL_FRESH_MS = 60_000

export type Health = { ok: true; database: 'ok'; mail: 'ok' | 'off'; jobs: number; proxy?: 'uncounted' }

/** How the product is; `jobs` counts those that wait or run, `proxy` is there when TRUST_PROXY ought to be set. Rejects within two seconds when the database is away. */
export async function readHealth(): Promise<Health> {
  const [jobs, mail] = await Promise.all([within(LIMIT_MS, countJobs()), mailAnswers()])
  return {
    ok: true,
    database: 'ok',
    mail: mail ? 'ok' : 'off',
    jobs,
    ...(isProxyUncounted() && { proxy: 'uncounted' as const }),
  }
}

async function countJobs(): Promise<number> {
  const found = await pool().query<{ jobs: number }>('select count(*)::int as jobs from graphile_worker.jobs')
  return found.rows[0]?.jobs ?? 0
}

/** Whether the mail server is set and took a connection less than a minute ago. */
async function mailAnswers(): Promise<boolean> {
  const url = env().SMTP_URL
  if (url === undefined) return false
  const last = shared('mail-health', () => ({ url: '', at: -Infinity, answers: false }))
  if (last.url !== url || performance.now() - last.at > MAIL_FRESH_MS)
    Object.assign(last, { url, answers: await accepts(new URL(url)), at: performance.now() })
  return last.answers
}

function accepts({ hostname, port, protocol }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(port || (protocol === 'smtps:' ? 465 : 587)), hostname)
    const say = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(LIMIT_MS, () => say(false))
    socket.once('connect', () => say(true))
    socket.once('error', () => say(false))
  })
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
