import { expect, test } from 'vitest'
import { networkOf } from '~/platform/rate-limit.server'
import { deviceOf } from '~/platform/sign-in/device'
import { ownPath } from '~/platform/sign-in/own-path'
import { signInForm } from '~/platform/sign-in/sign-in.form'

test.each(['/assemblees', '/assemblees/1/vote?r=2#haut', '/'])('%s is a path of ours', (path) => {
  expect(ownPath(path)).toBe(path)
})

test.each([
  'https://ailleurs.test/',
  '//ailleurs.test',
  '/\\ailleurs.test',
  '\\\\ailleurs.test',
  '/\t/ailleurs.test',
  'javascript:alert(1)',
  'assemblees',
  '',
  null,
  undefined,
  '/a\nb',
  '/.//ailleurs.test',
  '/x/..//ailleurs.test',
  '/connexion',
  '/connexion/jeton',
  '/deconnexion',
])('%j is not, and leads home', (path) => {
  expect(ownPath(path)).toBe('/')
})

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['curl/8', 'Appareil inconnu'],
  [null, 'Appareil inconnu'],
])('a device is told in two words', (userAgent, label) => {
  expect(deviceOf(userAgent)).toBe(label)
})

test('a network: the address, or the first half of an IPv6 one', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'))
})

test('an address is trimmed and folded, and a wrong one is told how to be right', () => {
  expect(signInForm.parse({ email: '  Anne.Martin@Exemple.FR ' }).email).toBe('anne.martin@exemple.fr')
  expect(signInForm.safeParse({ email: 'anne' }).error?.issues[0]?.message).toContain('anne.martin@exemple.fr')
})
