import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { currentInstant } from '~/platform/clock.server'
import { buildAssociation, cookieFor } from '../support/builders'
import { useDatabase } from '../support/database'
import { addressesOf, filled, serveSite, wholeSite } from '../support/site'

const db = useDatabase()
const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=cut'
/** Of the processor, whatever else the machine does; and of memory. */
const MOST_CPU_MS = 100
const MOST_MB = 50

const part = (name: string, value: string) =>
  `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const HOSTILE: Record<string, { type: string; body: string | Buffer; chunked?: true; status: number }> = {
  'a hundred thousand fields': { type: URLENCODED, body: 'a=1&'.repeat(100_000), status: 413 },
  'an index of ten millions': { type: URLENCODED, body: 'email[10000000]=1', status: 400 },
  'a name that goes down for ever': { type: URLENCODED, body: `${'a.'.repeat(50_000)}b=1`, status: 400 },
  'a prototype': { type: URLENCODED, body: '__proto__[admin]=1', status: 400 },
  'instructions for the form library': { type: URLENCODED, body: '__intent__={"type":"insert"', status: 400 },
  'a NUL': { type: URLENCODED, body: 'email=%00&name=%00', status: 400 },
  'one endless word': { type: URLENCODED, body: `email=${'x'.repeat(900_000)}`, status: 413 },
  'a hundred thousand parts': { type: MULTIPART, body: part('a', '1').repeat(9_000), status: 413 },
  'a file without end': { type: MULTIPART, body: Buffer.alloc(18_000_000, 'x'), chunked: true, status: 413 },
  'parts cut short': { type: MULTIPART, body: '--cut\r\nContent-Disposition: form-data; name="a', status: 400 },
  'parts without a boundary': { type: 'multipart/form-data', body: part('a', '1'), status: 400 },
  JSON: { type: 'application/json', body: '{"email":"a@b.fr"}', status: 415 },
  'plain text': { type: 'text/plain', body: 'email=a@b.fr', status: 415 },
}

let site: Awaited<ReturnType<typeof serveSite>>
let addresses: ReturnType<typeof addressesOf>
let cookie = ''
beforeAll(async () => {
  const { founders } = await buildAssociation(db(), { actives: 2 })
  const [president] = founders
  if (!president) throw new Error('nobody presides')
  cookie = await cookieFor(db(), president, currentInstant())
  const build = await wholeSite()
  addresses = addressesOf(build).filter(({ hasAction }) => hasAction)
  site = await serveSite(build)
})
afterAll(() => site.stop())

type Sent = { path: string; type: string; body: string | Buffer; chunked?: true; cookie: string }

/** Sends a body as it is and reads the answer, with what both ends together took of the processor and of memory. */
function send({ path, type, body, chunked, cookie }: Sent) {
  const [cpu, memory] = [process.cpuUsage(), process.memoryUsage.rss()]
  return new Promise<{ status: number; bytes: number; cpuMs: number; mb: number }>((resolve, reject) => {
    const headers = {
      'content-type': type,
      cookie,
      accept: 'text/html',
      ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': Buffer.byteLength(body) }),
    }
    const asked = httpRequest(site.base + path, { method: 'POST', headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => {
        const { user, system } = process.cpuUsage(cpu)
        const mb = (process.memoryUsage.rss() - memory) / 1e6
        resolve({ status: answer.statusCode ?? 0, bytes, cpuMs: (user + system) / 1_000, mb })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

describe('a body that no browser sends', () => {
  test.each(Object.entries(HOSTILE))('%s: refused by the sign-in page, which anybody reaches', async (_, hostile) => {
    const { bytes, status } = await send({ ...hostile, path: '/connexion', cookie: '' })
    expect(status).toBe(hostile.status)
    expect(bytes).toBeLessThan(20_000)
  })

  test.each(Object.entries(HOSTILE))('%s: every action answers at once, and below 500', async (_, hostile) => {
    const dear: unknown[] = []
    for (const { path } of addresses) {
      const sent = { ...hostile, path: filled(path), cookie }
      let answer = await send(sent)
      const isDear = () => answer.cpuMs > MOST_CPU_MS || answer.mb > MOST_MB
      // the collector, or a first reading of a module, may fall on one try: what is dear is so each time
      for (let again = 0; again < 3 && isDear(); again += 1) answer = await send(sent)
      const away = path === '/webhooks/stripe' && answer.status === 503
      if (isDear() || answer.bytes > 60_000 || (answer.status >= 500 && !away)) dear.push({ path, ...answer })
    }
    expect(dear).toEqual([])
  })

  test('the webhook of payments reads no more than its limit, in chunks too', async () => {
    const body = Buffer.alloc(1_100_000, 'x')
    const hook = { path: '/webhooks/stripe', type: 'application/json', cookie: '', body }
    process.env.STRIPE_SECRET_KEY = 'sk_test_none'
    process.env.STRIPE_WEBHOOK_SECRET = 'whsec_none'
    const { reloadEnv } = await import('~/platform/env.server')
    reloadEnv()
    expect((await send(hook)).status).toBe(413)
    expect((await send({ ...hook, chunked: true })).status).toBe(413)
    expect((await send({ ...hook, body: '{}' })).status).toBe(400)
  })

  test('after a refusal the same connection serves, and a form in its limits is read', async () => {
    const many = Array.from({ length: 900 }, (_, index) => `a${index % 7}=1`).join('&')
    expect((await send({ path: '/connexion', type: URLENCODED, body: `${many}&email=x`, cookie: '' })).status).toBe(400)
    const good = { path: '/connexion', type: URLENCODED, body: 'email=a%40membre.test&vers=%2F', cookie: '' }
    expect((await send(good)).status).toBe(200)
    const parts = `${part('email', 'a@membre.test')}${part('vers', '/')}--cut--\r\n`
    expect((await send({ ...good, type: MULTIPART, body: parts, chunked: true })).status).toBe(200)
  })
})
