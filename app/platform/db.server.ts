import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '~/generated/prisma/client'
import { isConflict } from './conflict.server'
import { env } from './env.server'
import { log } from './log.server'
import { oneAtATime } from './one-at-a-time.server'
import { shared, unshare } from './shared.server'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient

type Connections = { pool: pg.Pool; prisma: PrismaClient }

function connect(): Connections {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DB_POOL,
    connectionTimeoutMillis: 10_000,
  })
  // without a listener an idle connection that dies ends the process
  pool.on('error', (error) => log().warn({ err: error }, 'idle database connection lost'))
  pool.on('connect', oneAtATime)
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    errorFormat: 'minimal',
    // many may wait for the same meeting's lock: Prisma's own two seconds refuse the last of a hundred
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  })
  return { pool, prisma }
}

const connections = () => shared('database', connect)

/** The Prisma client of this process. */
export const db = (): Db => connections().prisma

/** The pool under it, for what one SQL statement does better: the vote, the clock, the health of the base. */
export const pool = (): pg.Pool => connections().pool

/** Ends every connection; a later `db()` opens new ones. */
export async function disconnect(): Promise<void> {
  const held = unshare<Connections>('database')
  if (!held) return
  await held.prisma.$disconnect()
  await held.pool.end()
}

const ATTEMPTS = 10

type TransactOptions = { isolation?: 'ReadCommitted' | 'RepeatableRead' | 'Serializable' }

/**
 * One interactive transaction, begun again when PostgreSQL asks for it (serialization failure, deadlock): `fn` may
 * therefore run several times and must do nothing outside the database.
 */
export async function transact<T>(client: Db, fn: (tx: Tx) => Promise<T>, options: TransactOptions = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.$transaction(fn, { isolationLevel: options.isolation })
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error
      await pause(attempt)
    }
  }
}

/** Grows with each attempt, and never equal for two rivals. */
const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(500, 10 * 2 ** attempt)))
