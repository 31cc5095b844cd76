import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { transact } from '~/platform/db.server'
import { reloadEnv } from '~/platform/env.server'
import { enqueue } from '~/platform/jobs.server'
import { loader } from '~/routes/health'
import { useDatabase } from '../support/database'

const db = useDatabase()

test('200 with the jobs that wait', async () => {
  await transact(db(), (tx) => enqueue(tx, 'deliver-mail', {}))
  const answer = await loader()
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ ok: true, database: 'ok', mail: 'off', jobs: 1 })
})

test('mail is ok while its server takes connections, off when it does not', async () => {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  reloadEnv()
  expect(await (await loader()).json()).toMatchObject({ mail: 'ok' })
  server.close()
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}/gone`
  reloadEnv()
  expect(await (await loader()).json()).toMatchObject({ ok: true, mail: 'off' })
})
