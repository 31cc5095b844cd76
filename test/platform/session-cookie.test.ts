import { afterEach, expect, test } from 'vitest'
import { reloadEnv } from '~/platform/env.server'
import { clearedCookie, sessionToken } from '~/platform/session.server'

const given = process.env.PUBLIC_URL
const servedAt = (address: string | undefined) => {
  if (address === undefined) delete process.env.PUBLIC_URL
  else process.env.PUBLIC_URL = address
  reloadEnv()
}
afterEach(() => servedAt(given))

test('the cookie is of this host alone, out of reach of scripts, and of TLS alone where there is TLS', () => {
  servedAt('http://localhost:3000')
  expect(clearedCookie().split('; ').sort()).toEqual(['HttpOnly', 'Max-Age=0', 'Path=/', 'SameSite=Lax', 'sid='])
  servedAt('https://cpts.example.org')
  expect(clearedCookie().split('; ').sort()).toEqual(
    ['HttpOnly', 'Max-Age=0', 'Path=/', 'SameSite=Lax', 'Secure', '__Host-sid='], // prettier-ignore
  )
})

test.each([
  [null, null],
  ['', null],
  ['sid=', null],
  ['other=1', null],
  ['xsid=1', null],
  ['sid=abc_-9', 'abc_-9'],
  ['a=b; sid=abc; c', 'abc'],
  ['a=b;sid=abc;sid=def', 'abc'],
  ['__proto__=1; sid=abc', 'abc'],
  ['sid=%', '%'],
])('the secret in « %s » is %s', (header, expected) => {
  servedAt('http://localhost:3000')
  expect(sessionToken(header)).toBe(expected)
})
