import { afterAll, beforeAll } from 'vitest'
import { reloadEnv } from '~/platform/env.server'
import { startStripePeer, type StripePeer } from './peer'

export const TEST_KEYS = { STRIPE_SECRET_KEY: 'sk_test_peer', STRIPE_WEBHOOK_SECRET: 'whsec_test' }

/** A Stripe of its own for this test file, named by the settings; `now` is the moment of its objects, in seconds. */
export function useStripe(now?: () => number): () => StripePeer {
  let peer: StripePeer | undefined
  beforeAll(async () => {
    peer = await startStripePeer({ secret: TEST_KEYS.STRIPE_WEBHOOK_SECRET, now })
    // Stripe reads no shifted clock: these tests say their moments themselves
    Object.assign(process.env, TEST_KEYS, { STRIPE_API_URL: peer.url, CLOCK_SHIFT: '0' })
    reloadEnv()
  })
  afterAll(() => peer?.stop())
  return () => {
    if (!peer) throw new Error('the peer starts in beforeAll')
    return peer
  }
}
