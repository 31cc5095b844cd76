import http from 'node:http'
import Stripe from 'stripe'
import { answerTo } from './api'
import { gate } from './gate'
import { hostedPage, pressButton } from './hosted-page'
import type { Event, Shown } from './objects'
import { Declined, transitions } from './payments'
import { readRequest, Refused } from './request'
import { World } from './world'

type Options = {
  /** where events are posted as they happen; none: they wait in `events` */
  webhookUrl?: string
  secret?: string
  /** seconds since 1970 that objects are dated with */
  now?: () => number
}
type Answer = { status: number; body: Shown; headers?: Record<string, string> }
type Kept = { request: string; answer: Answer }
/** What befalls the next requests of a route: Stripe fails, or its answer is lost after it acted. */
type Trouble = { route: RegExp; kind: 'fails' | 'answer-lost'; times: number }

const KEY = /^Bearer [sr]k_test_\w+$/

/** Stripe keeps the time of the machine, whatever day it is in a demonstration. */
export const machineSeconds = () => Math.floor(Date.now() / 1000)

/** A Stripe for tests on a free port of this machine (see README.md). */
export async function startStripePeer(options: Options = {}) {
  const { secret = 'whsec_test', now = machineSeconds } = options
  const events: Event[] = []
  const kept = new Map<string, Kept>()
  const troubles: Trouble[] = []
  const requests: string[] = []
  const hold = gate()
  let webhookUrl = options.webhookUrl
  let sending = Promise.resolve()
  const world = new World(now, Stripe.API_VERSION, false, (event) => {
    events.push(event)
    const to = webhookUrl
    if (to !== undefined) sending = sending.then(() => post(to, event))
  })
  const act = transitions(world)
  const server = http.createServer((req, res) => {
    void serve(req, res).catch((error: unknown) => {
      res.writeHead(500, { 'content-type': 'application/json' })
      res.end(JSON.stringify({ error: { type: 'api_error', message: String(error) } }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = `http://127.0.0.1:${address.port}`

  async function serve(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    const path = req.url ?? '/'
    if (path === '/favicon.ico') return void res.writeHead(204).end()
    if (path.startsWith('/c/pay/')) return payerPage(path, req.method ?? 'GET', res)
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks).toString('utf8')
    const name = `${req.method} ${path}`
    requests.push(name)
    const trouble = troubles.find(({ route, times }) => times > 0 && route.test(name))
    if (trouble) trouble.times -= 1
    const answer = answerOnce(req, name, body, trouble?.kind === 'fails')
    await hold.pass(name)
    if (trouble?.kind === 'answer-lost') return void res.destroy()
    res.writeHead(answer.status, {
      'content-type': 'application/json',
      'request-id': `req_${requests.length}`,
      ...answer.headers,
    })
    res.end(JSON.stringify(answer.body))
  }

  /** The same key gives the same answer again, failures included; with other parameters it is a fault. */
  function answerOnce(req: http.IncomingMessage, name: string, body: string, fails: boolean): Answer {
    const key = req.headers['idempotency-key']
    if (typeof key !== 'string') return answerFrom(req, body, fails)
    const request = `${name} ${body}`
    const known = kept.get(key)
    if (known && known.request !== request)
      return refusal(400, { type: 'idempotency_error', message: `Keys for idempotent requests: ${key}` })
    if (known) return { ...known.answer, headers: { 'idempotent-replayed': 'true' } }
    const answer = answerFrom(req, body, fails)
    if (answer.status === 200 || answer.status >= 500) kept.set(key, { request, answer })
    return answer
  }

  function answerFrom(req: http.IncomingMessage, body: string, fails: boolean): Answer {
    if (fails) return refusal(500, { type: 'api_error', message: 'Something went wrong on Stripe’s end.' })
    if (!KEY.test(req.headers.authorization ?? ''))
      return refusal(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' })
    if (req.headers['stripe-version'] !== Stripe.API_VERSION)
      return refusal(400, { type: 'invalid_request_error', message: 'Invalid Stripe API version.' })
    try {
      return { status: 200, body: answerTo(world, act, url, readRequest(req.method ?? '', req.url ?? '', body)) }
    } catch (error) {
      if (error instanceof Refused) return refusal(error.status, error.error)
      if (error instanceof Declined)
        return refusal(400, { type: 'invalid_request_error', code: error.code, message: error.message })
      throw error
    }
  }

  async function payerPage(path: string, method: string, res: http.ServerResponse): Promise<void> {
    const [, id = '', button = ''] = /^\/c\/pay\/(\w+)\/?([\w-]*)/.exec(path) ?? []
    const session = world.session(id)
    if (method !== 'POST' || session.status !== 'open') {
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      return void res.end(hostedPage(session))
    }
    const next = pressButton(act, session, button)
    await sending
    res.writeHead(303, { location: next })
    res.end()
  }

  async function post(to: string, event: Event): Promise<void> {
    const { body, headers } = signed(event)
    await fetch(to, { method: 'POST', body, headers }).catch(() => undefined)
  }

  /** The event as Stripe posts it: the bytes and their signature. */
  function signed(event: Event | Shown, by = secret): { body: string; headers: Record<string, string> } {
    const body = JSON.stringify(event)
    const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: by })
    return { body, headers: { 'content-type': 'application/json', 'stripe-signature': signature } }
  }

  return {
    url,
    secret,
    world,
    act,
    events,
    requests,
    signed,
    /** from now on events are posted there */
    tellTo: (to: string) => void (webhookUrl = to),
    /** waits until every event was posted */
    settled: () => sending,
    trouble: (route: RegExp, kind: Trouble['kind'], times = 1) => void troubles.push({ route, kind, times }),
    /** the next answer to this route is written, then kept back until `resume`; `paused` waits until it is */
    pause: hold.pause,
    paused: hold.paused,
    resume: hold.resume,
    /** no more trouble */
    calm: () => void troubles.splice(0),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type StripePeer = Awaited<ReturnType<typeof startStripePeer>>

const refusal = (status: number, error: object): Answer => ({ status, body: { error } })
