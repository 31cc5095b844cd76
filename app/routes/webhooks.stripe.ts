import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveEvent } from '~/dues/stripe/receive-event.server'
import { now } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { paymentsOnLine, signedEvent } from '~/platform/payments/stripe.server'

const MOST_BYTES = 1_000_000

/** Stripe tells that something changed. The bytes as they came are what is signed: nothing parses them before. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return answer(405)
  if (!paymentsOnLine()) return answer(503, 'payments on line are not set up')
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return answer(413)
  const event = signedEvent(await request.text(), request.headers.get('stripe-signature'))
  if (!event) return answer(400, 'not an event signed for this association')
  await receiveEvent({ db: db(), now: await now(), actor: null }, event)
  return answer(200)
}

/** Nothing to read here. */
export const loader = (): Response => answer(405)

const answer = (status: number, text = ''): Response => new Response(text, { status })
