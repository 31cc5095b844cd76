import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool, transact } from '~/platform/db.server'
import { buildAssociation } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
const warnings: string[] = []
const hear = ({ message }: Error) => void warnings.push(message)
beforeAll(async () => {
  process.on('warning', hear)
  await buildAssociation(db(), { founders: 3, actives: 3, honorary: 0 })
})
afterAll(() => void process.off('warning', hear))

test('relations read side by side in a transaction wait for each other on its connection: the driver has nothing to say', async () => {
  const found = await transact(db(), (tx) =>
    Promise.all([
      tx.member.findMany({ include: { dues: { include: { period: true, steps: true, lines: true } }, account: true } }),
      tx.duesPeriod.count(),
      tx.$queryRaw`select 1 as one from pg_sleep(0.01)`,
    ]),
  )
  expect(found[0]).toHaveLength(6)
  await setImmediate()
  expect(warnings.filter((message) => message.includes('client.query'))).toEqual([])
})

test('a statement that fails does not hold the next ones', async () => {
  const client = await pool().connect()
  try {
    const [bad, good] = await Promise.allSettled([client.query('select nothing'), client.query('select 1 as one')])
    expect(bad.status).toBe('rejected')
    expect(good).toMatchObject({ status: 'fulfilled', value: { rows: [{ one: 1 }] } })
  } finally {
    client.release()
  }
})
