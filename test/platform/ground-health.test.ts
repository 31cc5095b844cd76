import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { transact } from '~/platform/db.server'
import { reloadEnv } from '~/platform/env.server'
import { enqueue } from '~/platform/jobs.server'
import { loader } from '~/routes/health'
import { proxyNoticed } from '~/run/http/proxy-noticed'
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

test('a proxy that TRUST_PROXY does not count is noticed and told; a visitor’s own header from afar is not one', async () => {
  const notice = (remoteAddress: string, headers: Record<string, string>) =>
    proxyNoticed(
      { socket: { remoteAddress }, get: (name: string) => headers[name] } as never,
      {} as never,
      () => undefined,
    )
  const told = async () => (await (await loader()).json()).proxy
  notice('203.0.113.7', { 'x-forwarded-for': '198.51.100.1' })
  notice('127.0.0.1', {})
  expect(await told()).toBeUndefined()
  notice('::ffff:10.0.3.2', { 'x-forwarded-for': '198.51.100.1' })
  expect(await told()).toBe('uncounted')
})
