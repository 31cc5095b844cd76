import fs from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readEnv, settings } from '~/platform/env.server'

const least = {
  DATABASE_URL: 'postgresql://localhost/cpts',
  APP_SECRET: 'a'.repeat(32),
  BALLOT_SECRET: 'b'.repeat(32),
}
const faultsOf = (source: Record<string, string>) => {
  const read = readEnv(source)
  return 'faults' in read ? read.faults : []
}
const envOf = (source: Record<string, string>) => {
  const read = readEnv(source)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.env
}

test('.env.example and the settings name the same things', () => {
  const example = parseEnv(fs.readFileSync('.env.example', 'utf8'))
  expect(Object.keys(example).sort()).toEqual(Object.keys(settings).sort())
})

test('.env.example is right as it stands, once its secrets and its database are filled in', () => {
  const example = parseEnv(fs.readFileSync('.env.example', 'utf8'))
  expect(envOf({ ...example, ...least })).toMatchObject(envOf({ ...least, MAIL_FROM: example.MAIL_FROM ?? '' }))
})

test('an empty setting is an unset one', () => {
  expect(envOf({ ...least, PORT: '', SMTP_URL: '' })).toEqual(envOf(least))
})

test('one line a fault, in French, named by its setting', () => {
  expect(faultsOf({ PORT: 'trois', SMTP_URL: 'http://mail', DEMO: 'oui', APP_SECRET: 'court' })).toEqual([
    'PORT est un nombre de 0 à 65535',
    'DATABASE_URL manque : adresse de la base, postgresql://…',
    'DEMO vaut 0 ou 1',
    'APP_SECRET est trop courte : au moins 32 caractères',
    'BALLOT_SECRET manque : au moins 32 caractères au hasard (BALLOT_SECRET=$(openssl rand -base64 48))',
    'SMTP_URL est une adresse qui commence par smtp:// ou smtps://',
  ])
})

test.each(['1.5', '-1', '65536'])('PORT=%s is refused', (PORT) => {
  expect(faultsOf({ ...least, PORT })).toHaveLength(1)
})

test('the public address is that of the port until it is set, without a final slash', () => {
  expect(envOf({ ...least, PORT: '8080' }).PUBLIC_URL).toBe('http://localhost:8080')
  expect(envOf({ ...least, PUBLIC_URL: 'https://cpts.example.org/' }).PUBLIC_URL).toBe('https://cpts.example.org')
})

test.each([
  ['', []],
  ['sk_test_1', []],
  ['rk_test_1', []],
  [
    'sk_live_1',
    ['STRIPE_SECRET_KEY est une clé réelle : une démonstration (DEMO=1) ne prend que sk_test_ ou rk_test_, ou rien'],
  ],
  [
    'rk_live_1',
    ['STRIPE_SECRET_KEY est une clé réelle : une démonstration (DEMO=1) ne prend que sk_test_ ou rk_test_, ou rien'],
  ],
])('a demonstration with the key « %s »', (STRIPE_SECRET_KEY, faults) => {
  expect(faultsOf({ ...least, DEMO: '1', STRIPE_SECRET_KEY })).toEqual(faults)
  expect(faultsOf({ ...least, DEMO: '0', STRIPE_SECRET_KEY })).toEqual([])
})

test.each([
  ['0', 'sk_live_1', []],
  ['86400', 'sk_test_1', []],
  ['86400', 'sk_live_1', ['CLOCK_SHIFT décale l’horloge : impossible avec une clé réelle de paiement']],
  ['-3600', 'rk_live_1', ['CLOCK_SHIFT décale l’horloge : impossible avec une clé réelle de paiement']],
])('a clock shifted by %s seconds with the key « %s »', (CLOCK_SHIFT, STRIPE_SECRET_KEY, faults) => {
  expect(faultsOf({ ...least, CLOCK_SHIFT, STRIPE_SECRET_KEY })).toEqual(faults)
})
