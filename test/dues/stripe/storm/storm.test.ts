import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catchUpEvents } from '~/dues/stripe/catch-up.server'
import { isListened } from '~/dues/stripe/event-types'
import { pool } from '~/platform/db.server'
import { action } from '~/routes/webhooks.stripe'
import { buildAssociation, type BuiltAssociation } from '../../../support/builders'
import { useDatabase } from '../../../support/database'
import type { Event, Session } from '../../../support/stripe/objects'
import { startWorkers } from '../../../support/killed-workers'
import { useStripe } from '../../../support/stripe/use-stripe'
import { begin, goOn, type Story } from '../story'
import { openPage, outcomeOf, system, tell, testSeconds } from '../support'

const PAYMENTS = 100
const EVENTS = 500
const COPIES = 3
const db = useDatabase()
const peer = useStripe(testSeconds)
let built: BuiltAssociation
let workers: Awaited<ReturnType<typeof startWorkers>>
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 2 * PAYMENTS, settled: false })
  workers = await startWorkers(path.join(import.meta.dirname, 'worker.ts'), 2)
}, 120_000)
afterAll(() => workers.stop())

/** Cards and debits, most of them paid, refunds and disputes: each story twice, for two members. */
const stories: Story[] = Array.from({ length: PAYMENTS }, (_, index) => ({
  begins: (
    ['card', 'debit-paid', 'card', 'debit-paid', 'declined-then-card', 'debit-failed', 'card', 'given-up'] as const
  )[index % 8]!,
  goesOn: (
    [
      ['dispute', 'won'],
      ['refund-part', 'dispute'],
      ['refund-part', 'refund-rest', 'refund-fails'],
      ['dispute'],
      ['dispute', 'lost'],
      ['refund-rest', 'refund-fails', 'refund-part'],
      ['inquiry', 'refund-part'],
    ] as const
  )[index % 7]!.slice(),
}))
const random = fc.sample(fc.double({ noNaN: true, min: 0, max: 1 }), { seed: 2027, numRuns: 12_000 })
let drawn = 0
const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => ({ item, rank: random[drawn++ % random.length] ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)

/** So many at once, in the order given. */
async function inLanes<T>(items: T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]()
  const lane = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function send(event: Event): Promise<void> {
  const request = new Request('http://localhost/webhooks/stripe', { method: 'POST', ...peer().signed(event) })
  const { status } = await action({ request, params: {}, context: { nonce: '', requestId: '', clientIp: '' } })
  expect(status).toBe(200)
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const waiting = () => db().stripeEvent.count({ where: { processedAt: null } })

test('500 events on 100 payments, shuffled, each sent three times, workers killed midway: as in order, once', async () => {
  const [calm, stormy] = [built.actives.slice(0, PAYMENTS), built.actives.slice(PAYMENTS)]
  const pages = new Map<string, Session>()
  await inLanes(
    [...calm, ...stormy],
    4,
    async (member) => void pages.set(member.id, await openPage(db(), peer(), member)),
  )

  // in order, once: each event of a story is done as it comes
  await inLanes([...calm.entries()], 4, async ([index, member]) => {
    const page = pages.get(member.id)!
    const { begins, goesOn } = stories[index]!
    for (const step of [
      () => begin(peer(), page, begins),
      ...goesOn.map((sequel) => () => goOn(peer(), page, sequel)),
    ]) {
      const before = peer().events.length
      step()
      for (const event of peer().events.slice(before)) await tell(db(), peer(), event)
    }
  })

  // the storm: the beginnings rage while what comes weeks later already happens at Stripe
  const from = peer().events.length
  for (const [index, member] of stormy.entries()) begin(peer(), pages.get(member.id)!, stories[index]!.begins)
  const beginnings = peer().events.slice(from)
  const killing = killNowAndThen(12)
  await inLanes(shuffled([...beginnings, ...beginnings]), 4, send)
  for (const [index, member] of stormy.entries())
    for (const sequel of stories[index]!.goesOn) goOn(peer(), pages.get(member.id)!, sequel)
  const sequels = peer().events.slice(from + beginnings.length)
  await inLanes(shuffled([...beginnings, ...Array.from({ length: COPIES }, () => sequels).flat()]), 4, send)
  const kept = [...beginnings, ...sequels].filter(({ type }) => isListened(type))
  expect(kept.length).toBeGreaterThanOrEqual(EVENTS)
  await killing
  await settle()

  expect(await waiting()).toBe(0)
  expect(await jobsOfTheDead()).toBeGreaterThan(0)
  for (const [index, member] of stormy.entries())
    expect({ index, ...(await outcomeOf(db(), member)) }).toEqual({ index, ...(await outcomeOf(db(), calm[index]!)) })
  await expectSumsToAgree()
}, 900_000)

async function killNowAndThen(times: number): Promise<void> {
  for (let kill = 0; kill < times; kill += 1) {
    await pause(700)
    for (let tries = 0; tries < 100 && !(await isAtWork()); tries += 1) await pause(20)
    await workers.kill()
  }
}

/** Whether a job was taken up this very moment: a kill then falls in the middle of it. */
async function isAtWork(): Promise<boolean> {
  const held = await pool().query(
    `select 1 from graphile_worker.jobs where locked_at > clock_timestamp() - interval '50 ms'`,
  )
  return held.rowCount !== 0
}

/** Jobs still held by processes that were killed while they did them: the storm was one. */
async function jobsOfTheDead(): Promise<number> {
  const held = await pool().query('select 1 from graphile_worker.jobs where locked_at is not null')
  return held.rowCount ?? 0
}

/** Until nothing waits: what killed workers held gets another job, as every five minutes. */
async function settle(): Promise<void> {
  for (let round = 0; round < 1_000 && (await waiting()) > 0; round += 1) {
    if (round % 10 === 0) await catchUpEvents(system(db(), system(db()).now.add({ hours: 24 * 365 })))
    await pause(500)
  }
}

/** Whatever happened: what is projected is what the entries and allocations say, and no number of a receipt is missing. */
async function expectSumsToAgree(): Promise<void> {
  const wrong = await pool().query(`
    select p.id from "Payment" p
     where p."receivedCents" <> coalesce((select sum("amountCents") from "PaymentEntry" e where e."paymentId" = p.id and kind = 'RECEIVED'), 0)
        or p."contestedCents" <> coalesce((select sum("amountCents") from "PaymentEntry" e where e."paymentId" = p.id and kind = 'CONTESTED'), 0)
        or p."refundedCents" <> coalesce((select sum("amountCents") from "PaymentEntry" e where e."paymentId" = p.id and kind = 'REFUNDED'), 0)
        or p."allocatedCents" <> coalesce((select sum("amountCents") from "Allocation" a where a."paymentId" = p.id), 0)
        or p."allocatedCents" <> coalesce((select sum("amountCents") from "Receipt" r where r."paymentId" = p.id and r."cancelledOn" is null), 0)`)
  expect(wrong.rows).toEqual([])
  const numbers = await pool().query<{ last: number; count: number }>(
    'select max(number)::int as last, count(*)::int as count from "Receipt"',
  )
  expect(numbers.rows[0]?.last).toBe(numbers.rows[0]?.count)
}
