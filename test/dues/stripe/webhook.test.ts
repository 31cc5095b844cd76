import { expect, test } from 'vitest'
import { EVENT_LISTS, EVENT_TYPES } from '~/dues/stripe/event-types'
import { pool } from '~/platform/db.server'
import { reloadEnv } from '~/platform/env.server'
import { action, loader } from '~/routes/webhooks.stripe'
import { useDatabase } from '../../support/database'
import { TEST_KEYS, useStripe } from '../../support/stripe/use-stripe'

const db = useDatabase()
const peer = useStripe()

const event = (id: string, type = 'checkout.session.completed', object: object = { object: 'checkout.session' }) => ({
  ...{ id, object: 'event', api_version: '2026-10-28.endive', created: 1_800_000_000, type, livemode: false },
  data: { object: { id: 'cs_test_1', ...object } },
})
async function post(
  given: object,
  change: (init: { body: string; headers: Record<string, string> }) => void = () => {},
) {
  const init = peer().signed({ ...given })
  change(init)
  const request = new Request('http://localhost/webhooks/stripe', { method: 'POST', ...init })
  return (await action({ request, params: {}, context: { nonce: '', requestId: '', clientIp: '' } })).status
}
const jobs = async () =>
  (await pool().query("select key from graphile_worker.jobs where task_identifier = 'stripe-event'")).rows

test('an event is kept once with its job, whatever the times it comes, ten at once included', async () => {
  expect(await post(event('evt_1'))).toBe(200)
  expect(await post(event('evt_1'))).toBe(200)
  const many = await Promise.all(Array.from({ length: 10 }, () => post(event('evt_2'))))
  expect(new Set(many)).toEqual(new Set([200]))
  expect(
    await db().stripeEvent.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, objectId: true, processedAt: true },
    }),
  ).toEqual([
    { id: 'evt_1', objectId: 'cs_test_1', processedAt: null },
    { id: 'evt_2', objectId: 'cs_test_1', processedAt: null },
  ])
  expect((await jobs()).map(({ key }) => key).toSorted()).toEqual(['stripe-event:evt_1', 'stripe-event:evt_2'])
})

test('what changed is named by its payment: charge, refund, dispute; a payout by itself', async () => {
  const cases = {
    evt_c: ['charge.refunded', { object: 'charge', id: 'ch_1', payment_intent: 'pi_c' }, 'pi_c'],
    evt_d: ['charge.dispute.created', { object: 'dispute', id: 'dp_1', payment_intent: 'pi_d' }, 'pi_d'],
    evt_r: ['refund.failed', { object: 'refund', id: 're_1', payment_intent: 'pi_r' }, 'pi_r'],
    evt_p: ['payout.paid', { object: 'payout', id: 'po_1' }, 'po_1'],
    evt_n: ['charge.refunded', { object: 'charge', id: 'ch_2', payment_intent: null }, 'ch_2'],
  } as const
  for (const [id, [type, object, subject]] of Object.entries(cases)) {
    expect(await post(event(id, type, object))).toBe(200)
    expect((await db().stripeEvent.findUniqueOrThrow({ where: { id } })).objectId).toBe(subject)
  }
})

test('a type that nobody listens to is taken with thanks and not kept', async () => {
  expect(await post(event('evt_9', 'customer.created'))).toBe(200)
  expect(await db().stripeEvent.count({ where: { id: 'evt_9' } })).toBe(0)
})

test('refused: unsigned, altered, of the live world, too long, not a post', async () => {
  expect(await post(event('evt_10'), ({ headers }) => delete headers['stripe-signature'])).toBe(400)
  expect(await post(event('evt_10'), (init) => (init.body = init.body.replace('cs_test_1', 'cs_test_2')))).toBe(400)
  expect(await post({ ...event('evt_10'), livemode: true })).toBe(400)
  expect(await post(event('evt_10'), ({ headers }) => (headers['content-length'] = '2000000'))).toBe(413)
  expect(loader().status).toBe(405)
  expect(await db().stripeEvent.count({ where: { id: 'evt_10' } })).toBe(0)
})

test('without keys: 503, Stripe will send again', async () => {
  delete process.env.STRIPE_SECRET_KEY
  reloadEnv()
  expect(await post(event('evt_11'))).toBe(503)
  Object.assign(process.env, TEST_KEYS)
  reloadEnv()
})

test('Stripe lists at most twenty types at once: no list has more, and together they are all', () => {
  expect(EVENT_LISTS.every((types) => types.length <= 20)).toBe(true)
  expect(EVENT_LISTS.flat()).toEqual(EVENT_TYPES)
})
