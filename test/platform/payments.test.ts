import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readEnv, reloadEnv } from '~/platform/env.server'
import { machineSeconds } from '../support/stripe/peer'
import { paymentsOnLine, signedEvent, stripe, stripeMode } from '~/platform/payments/stripe.server'

// a shifted clock goes with no real key
const NAMES = ['CLOCK_SHIFT', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_API_URL']
const set = (values: Record<string, string>) => {
  for (const name of NAMES) delete process.env[name]
  Object.assign(process.env, values)
  reloadEnv()
}
const keys = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_new,whsec_old' }
beforeEach(() => set(keys))
afterEach(() => set({}))

const least = { DATABASE_URL: 'postgresql://localhost/x', APP_SECRET: 'a'.repeat(32), BALLOT_SECRET: 'b'.repeat(32) }
const faultsOf = (source: Record<string, string | undefined>) => {
  const read = readEnv({ ...least, ...source })
  return 'faults' in read ? read.faults : []
}

describe('settings', () => {
  test.each([
    { STRIPE_API_URL: 'https://api.stripe.com' },
    { STRIPE_API_URL: 'http://198.51.100.7:9000' },
    { STRIPE_API_URL: 'http://127.0.0.1.example.org' },
    { STRIPE_SECRET_KEY: 'pk_test_1' },
    { STRIPE_WEBHOOK_SECRET: 'whsec_a, whsec_b' },
    { STRIPE_WEBHOOK_SECRET: 'whsec_a,secret' },
  ])('%o is refused at the start', (source) => expect(faultsOf(source)).toHaveLength(1))

  test.each([
    { STRIPE_API_URL: 'http://127.0.0.1:12111' },
    { STRIPE_API_URL: 'http://localhost:12111' },
    { STRIPE_SECRET_KEY: 'rk_live_1' },
    { STRIPE_WEBHOOK_SECRET: 'whsec_a,whsec_b' },
  ])('%o is taken', (source) => expect(faultsOf(source)).toEqual([]))

  test('on line with a key and a secret, neither alone', () => {
    expect(paymentsOnLine()).toBe(true)
    set({ STRIPE_SECRET_KEY: 'sk_test_1' })
    expect(paymentsOnLine()).toBe(false)
    expect(() => stripe()).toThrow('Le paiement en ligne n’est pas ouvert')
  })

  test('the client speaks the version of its package, and follows the settings', () => {
    expect(stripeMode()).toBe('test')
    const before = stripe()
    expect(stripe()).toBe(before)
    expect(before.getMaxNetworkRetries()).toBe(2)
    expect(before.getTelemetryEnabled()).toBe(false)
    expect(before.getConstant('DEFAULT_HOST')).toBe('api.stripe.com')
    set({ ...keys, STRIPE_SECRET_KEY: 'rk_live_1' })
    expect(stripe()).not.toBe(before)
    expect(stripeMode()).toBe('live')
  })
})

describe('an event is believed only when signed for us', () => {
  const body = (livemode = false) =>
    JSON.stringify({ id: 'evt_1', object: 'event', type: 'payout.paid', livemode, data: { object: { id: 'po_1' } } })
  const sign = (payload: string, secret: string, secondsAgo = 0) =>
    Stripe.webhooks.generateTestHeaderString({
      payload,
      secret,
      timestamp: machineSeconds() - secondsAgo,
    })

  test.each(['whsec_new', 'whsec_old'])('by %s: two secrets while one replaces the other', (secret) => {
    expect(signedEvent(body(), sign(body(), secret))?.id).toBe('evt_1')
  })
  test('another secret, altered bytes, no signature, a signature of nonsense', () => {
    expect(signedEvent(body(), sign(body(), 'whsec_else'))).toBeNull()
    expect(signedEvent(`${body()} `, sign(body(), 'whsec_new'))).toBeNull()
    expect(signedEvent(body(), null)).toBeNull()
    expect(signedEvent(body(), 't=1,v1=0')).toBeNull()
    expect(signedEvent('not json', sign('not json', 'whsec_new'))).toBeNull()
  })
  test('signed five minutes ago at most', () => {
    expect(signedEvent(body(), sign(body(), 'whsec_new', 290))?.id).toBe('evt_1')
    expect(signedEvent(body(), sign(body(), 'whsec_new', 310))).toBeNull()
  })
  test('test events are refused where real money is taken, and the reverse', () => {
    expect(signedEvent(body(true), sign(body(true), 'whsec_new'))).toBeNull()
    set({ ...keys, STRIPE_SECRET_KEY: 'sk_live_1' })
    expect(signedEvent(body(true), sign(body(true), 'whsec_new'))?.livemode).toBe(true)
    expect(signedEvent(body(), sign(body(), 'whsec_new'))).toBeNull()
  })
})
