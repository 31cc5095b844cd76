import { afterAll, beforeAll, expect, test } from 'vitest'
import { reloadEnv } from '~/platform/env.server'
import { maskPath } from '~/run/http/mask-path'
import { serveSite, siteOf } from '../support/site'

const stops: (() => void)[] = []
let base = ''
beforeAll(async () => {
  base = await serve()
})
afterAll(() => stops.forEach((stop) => stop()))

/** Serves a site without pages as the settings of the moment say. Returns its address. */
async function serve(): Promise<string> {
  const { base, stop } = await serveSite(siteOf([], { default: () => new Response('rendered') }))
  stops.push(stop)
  return base
}

const post = async (headers: Record<string, string>, path = '/') => {
  const answer = await fetch(base + path, { method: 'POST', headers, redirect: 'manual' })
  return answer.status
}

test('a write from our own pages or from a program passes', async () => {
  expect(await post({ origin: base })).not.toBe(403)
  expect(await post({ 'sec-fetch-site': 'same-origin', origin: base })).not.toBe(403)
  expect(await post({ referer: `${base}/membres` })).not.toBe(403)
  expect(await post({})).not.toBe(403)
})

test.each<Record<string, string>>([
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { referer: 'https://evil.example/page' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
])('a write from another site is refused: %o', async (headers) => {
  expect(await post(headers)).toBe(403)
})

test('Stripe’s webhook, which signs what it sends, is let through; a path that looks like it is not', async () => {
  expect(await post({ origin: 'https://stripe.com' }, '/webhooks/stripe')).not.toBe(403)
  expect(await post({ origin: 'https://stripe.com' }, '/webhooks/stripe/more')).toBe(403)
})

test('a reading from another site passes', async () => {
  const answer = await fetch(base, { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })
  expect(answer.status).not.toBe(403)
})

test('each answer carries its request id and a policy with a nonce of its own', async () => {
  const [one, two] = await Promise.all([fetch(base), fetch(base)])
  const nonceOf = (answer: Response) => /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  expect(nonceOf(one)).toBeTruthy()
  expect(nonceOf(one)).not.toBe(nonceOf(two))
  expect(one.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(one.headers.has('strict-transport-security')).toBe(false)
})

test('the headers of a page and of a shown mail are these, and no others of their kind', async () => {
  const policyOf = (answer: Response) =>
    answer.headers
      .get('content-security-policy')!
      .replace(/'nonce-[^']+'/, `'nonce'`)
      .split(';')
  const page = await fetch(base)
  expect(policyOf(page)).toEqual([
    `default-src 'self'`,
    `script-src 'self' 'nonce' 'strict-dynamic'`,
    `style-src 'self'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self' https://checkout.stripe.com`,
    `frame-ancestors 'none'`,
  ])
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  })
  expect(page.headers.has('cross-origin-resource-policy')).toBe(false)
  const mail = await fetch(`${base}/demo/courriels/abc/contenu`)
  expect(policyOf(mail)).toEqual([
    `default-src 'none'`,
    `style-src 'unsafe-inline'`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'self'`,
  ])
})

test('an id from outside is not believed without a trusted proxy', async () => {
  const answer = await fetch(base, { headers: { 'x-request-id': 'forged-request-id' } })
  expect(answer.headers.get('x-request-id')).not.toBe('forged-request-id')
})

test('the log shows the path of a link without its secret, and that of a record with its id', () => {
  const token = 'Zk3_x9-QmB7vT1yLwP0aHsEuRdNcVfGo'
  expect(maskPath(`/connexion/${token}`)).toBe('/connexion/…')
  expect(maskPath(`/connexion/${token}.data`)).toBe('/connexion/…')
  const id = '019acb1e-7f3a-7c11-9a55-0d2f6a1b3c4d'
  expect(maskPath(`/assemblees/${id}/ecran`)).toBe(`/assemblees/${id}/ecran`)
  expect(maskPath('/assemblees/preparer-une-assemblee')).toBe('/assemblees/preparer-une-assemblee')
})

test('behind one proxy with TLS: HSTS, the public origin and the proxy’s request id hold', async () => {
  Object.assign(process.env, { TRUST_PROXY: '1', PUBLIC_URL: 'https://cpts.example.org' })
  reloadEnv()
  const behind = await serve()
  const headers = { 'x-forwarded-proto': 'https', 'x-request-id': 'from-the-proxy' }
  const read = await fetch(behind, { headers })
  expect(read.headers.get('strict-transport-security')).toContain('max-age=31536000')
  expect(read.headers.get('x-request-id')).toBe('from-the-proxy')
  const write = (origin: string) => fetch(behind, { method: 'POST', headers: { ...headers, origin } })
  expect((await write('https://cpts.example.org')).status).not.toBe(403)
  expect((await write('http://cpts.example.org')).status).toBe(403)
})
