import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssociation, cookieFor } from '../support/builders'
import { currentInstant } from '~/platform/clock.server'
import { useDatabase } from '../support/database'
import { addressesOf, filled, serveSite, wholeSite } from '../support/site'

const db = useDatabase()
let site: Awaited<ReturnType<typeof serveSite>>
let addresses: ReturnType<typeof addressesOf>
let cookie = ''
beforeAll(async () => {
  const { founders } = await buildAssociation(db(), { actives: 1 })
  const [president] = founders
  if (!president) throw new Error('nobody presides')
  cookie = await cookieFor(db(), president, currentInstant())
  const build = await wholeSite()
  addresses = addressesOf(build)
  site = await serveSite(build)
})
afterAll(() => site.stop())

/** Sends these very bytes; returns the status of the answer. */
function raw(...lines: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(site.port, '127.0.0.1', () =>
      socket.write([...lines, 'Connection: close', '', ''].join('\r\n')),
    )
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])))
  })
}

test.each<[string, number, ...string[]]>([
  ['another method', 405, 'TRACE / HTTP/1.1', 'Host: a.example'],
  ['a method of files', 405, 'PUT /statuts HTTP/1.1', 'Host: a.example', 'Content-Length: 0'],
  ['a method of questions', 405, 'OPTIONS * HTTP/1.1', 'Host: a.example'],
  ['another site’s page', 400, 'GET http://elsewhere.example/ HTTP/1.1', 'Host: a.example'],
  ['a host with a path', 400, 'GET / HTTP/1.1', 'Host: a.example/membres'],
  ['a host with a name before it', 400, 'GET / HTTP/1.1', 'Host: me@a.example'],
  ['a host that is no address', 400, 'GET / HTTP/1.1', 'Host: [::zz]'],
  ['a port beyond the last', 400, 'GET / HTTP/1.1', 'Host: a.example:99999'],
  ['no host', 400, 'GET / HTTP/1.0'],
  ['a NUL in the path', 400, 'GET /membres/%00 HTTP/1.1', 'Host: a.example'],
  ['a NUL asked for', 400, 'GET /membres?q=a%00 HTTP/1.1', 'Host: a.example'],
  ['half a character', 400, 'GET /%E0%A4 HTTP/1.1', 'Host: a.example'],
  ['a percent sign alone', 400, 'GET /%zz HTTP/1.1', 'Host: a.example'],
  [
    'a forwarded host that nobody vouches for',
    200,
    'GET /statuts HTTP/1.1',
    'Host: a.example',
    'X-Forwarded-Host: b:99999',
  ],
  ['an address of version 6', 200, 'GET /statuts HTTP/1.1', 'Host: [::1]:3000'],
  ['two slashes', 404, 'GET //elsewhere.example HTTP/1.1', 'Host: a.example'],
])('%s: %i', async (_, status, ...lines) => {
  expect(await raw(...lines)).toBe(status)
})

test('a body too large is answered while it is still being sent', async () => {
  const answer = await fetch(`${site.base}/connexion`, { method: 'POST', body: new Uint8Array(40_000_000) })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('Cet envoi est trop grand')
})

test('no header is sent twice with a file', async () => {
  for (const { path } of addresses.filter(({ isPage }) => !isPage)) {
    const abort = new AbortController()
    const { headers } = await fetch(site.base + filled(path), {
      headers: { cookie },
      redirect: 'manual',
      signal: abort.signal,
    })
    abort.abort()
    for (const [name, value] of headers) {
      const values = value.split(/,\s*/)
      expect([path, name, values]).toEqual([path, name, [...new Set(values)]])
    }
  }
})
