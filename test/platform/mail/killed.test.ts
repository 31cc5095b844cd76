import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { pool, transact } from '~/platform/db.server'
import { queueMails } from '~/platform/mail/queue.server'
import { requeueMails } from '~/platform/mail/requeue.server'
import { useDatabase } from '../../support/database'
import { startWorkers } from '../../support/killed-workers'
import { useSmtp } from '../../support/smtp'

const db = useDatabase()
const smtp = useSmtp()
const at = Temporal.Instant.from('2027-05-20T08:00:00Z')
let workers: Awaited<ReturnType<typeof startWorkers>> | undefined
afterAll(() => workers?.stop())
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const waiting = () => db().mail.count({ where: { state: 'QUEUED' } })

const MAILS = 200
const MOST_KILLS = 5

test('200 mails, two workers killed now and then in the middle of them: nobody is written to twice, and who may have got nothing is told', async () => {
  const addresses = Array.from({ length: MAILS }, (_, index) => `membre-${index}@membre.test`)
  const props = { associationName: 'CPTS des Lilas', name: 'Zoé', contact: 'bureau@cpts.test' }
  const mails = addresses.map((address) => ({
    template: 'address-known' as const,
    props,
    to: { address, name: 'Zoé' },
  }))
  await transact(db(), (tx) => queueMails(tx, mails, at))
  workers = await startWorkers(path.join(import.meta.dirname, 'killed-worker.ts'), 2)
  const moments = fc.sample(fc.integer({ min: 0, max: 150 }), { seed: 2027, numRuns: MOST_KILLS })
  let kills = 0
  for (const moment of moments) {
    const sent = smtp.received.length
    while (smtp.received.length < sent + 5 && (await waiting()) > 50) await pause(20)
    await pause(moment)
    if ((await waiting()) < 50) break
    await workers.kill()
    kills += 1
  }
  expect(kills).toBeGreaterThanOrEqual(2)
  // ten minutes later, what the killed held gets another job
  await pool().query(`update graphile_worker._private_jobs set locked_at = locked_at - interval '10 minutes'`)
  await requeueMails()
  while ((await waiting()) > 0) await pause(100)
  const received = smtp.received.flatMap(({ to }) => to)
  expect(new Set(received).size).toBe(received.length)
  // who got nothing was killed between « handed » and the end of the message: his mail says that no answer was heard
  const unheard = await db().mail.findMany({
    where: { state: 'REFUSED', handedAt: { not: null } },
    select: { toAddress: true },
  })
  const forgotten = addresses.filter((address) => !received.includes(address))
  expect(forgotten.filter((address) => !unheard.some(({ toAddress }) => toAddress === address))).toEqual([])
  // what was accepted says so, with the server's answer; the others are few
  const states = await pool().query<{ state: string; count: number }>(
    `select case when "serverAnswer" like '250 %' and state = 'ACCEPTED' and "handedAt" is null then 'accepted'
                 when state = 'REFUSED' and "handedAt" is not null then 'none' end as state, count(*)::int from "Mail" group by 1`,
  )
  const found = Object.fromEntries(states.rows.map(({ state, count }) => [state, count]))
  expect((found.accepted ?? 0) + (found.none ?? 0)).toBe(MAILS)
  expect(found.none ?? 0).toBeLessThanOrEqual(kills * 3)
}, 240_000)
