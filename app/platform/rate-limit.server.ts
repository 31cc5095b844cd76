import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db.server'
import { Refusal } from './refusal'
import { sha256 } from './secrets.server'
import { shared } from './shared.server'

/** `points` tries per `seconds` for one key. */
export type RateLimit = { name: string; points: number; seconds: number }

const limiters = () => shared('rate limits', () => new Map<string, RateLimiterPostgres>())

function limiterOf({ name, points, seconds }: RateLimit): RateLimiterPostgres {
  const known = limiters().get(name)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
    // the database away: count in this process rather than let everything through
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
  })
  limiters().set(name, made)
  return made
}

/**
 * Counts one try for `key` (stored as a hash: an address is personal data). Over the limit: a refusal of status 429 that
 * says when to come back.
 */
export async function countTry(limit: RateLimit, key: string): Promise<void> {
  try {
    await limiterOf(limit).consume(sha256(key).slice(0, 32))
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer
    const minutes = Math.max(1, Math.ceil(answer.msBeforeNext / 60_000))
    const delay = minutes === 1 ? 'une minute' : `${minutes} minutes`
    throw new Refusal(`Trop de demandes en peu de temps. Vous pourrez recommencer dans ${delay}.`, { status: 429 })
  }
}

/** What stands for the network of a client: its IPv4 address, or the /64 of its IPv6 one. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const start = head.split(':').filter(Boolean)
  const end = tail.split(':').filter(Boolean)
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0') : []
  return `${[...start, ...zeros, ...end].slice(0, 4).join(':')}::/64`
}
