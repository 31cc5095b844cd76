import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { pool, transact } from '~/platform/db.server'
import { closeLive, lastEventId, liveStream, publish } from '~/platform/live.server'
import { useDatabase } from '../support/database'
import { serveTwice, type Served } from './live/processes'
import { read, until } from './live/reader'

const db = useDatabase()
const topic = 'meeting:1'

const tell = (count: number, of = topic, size = 1) =>
  Array.from({ length: count }).reduce<Promise<void>>(
    (before, _, i) =>
      before.then(() => transact(db(), (tx) => publish(tx, of, 'quorum', { i, weight: 'x'.repeat(size) }))),
    Promise.resolve(),
  )
const killListeners = () =>
  pool().query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'",
  )
const idsOf = async (of: string) =>
  (
    await pool().query<{ id: string }>('select id::text from "LiveEvent" e where topic = $1 order by e.id', [of])
  ).rows.map((row) => Number(row.id))
let watchers = 0
const stream = (from?: string, query = '', watcher = `account ${(watchers += 1)}`) =>
  read(
    liveStream({
      request: new Request(`http://localhost/${query}`, { headers: from ? { 'last-event-id': from } : {} }),
      topic,
      watcher,
    }),
  )

beforeEach(() => pool().query('truncate "LiveEvent"'))
afterEach(closeLive)

test('a stream tells what is written after it began, each row once, named by its id', async () => {
  await tell(2)
  const reader = stream()
  await until(() => reader.events.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 100))
  await tell(3)
  await tell(2, 'meeting:2')
  await until(() => reader.ids.length === 3)
  await reader.stop()
  expect(reader.ids).toEqual((await idsOf(topic)).slice(2))
  expect(reader.events.at(-1)).toContain('event: quorum\ndata: {"i":2')
})

test('a rolled back act is told to nobody', async () => {
  const reader = stream('0')
  await transact(db(), async (tx) => {
    await publish(tx, topic, 'state', {})
    throw new Error('rolled back')
  }).catch(() => undefined)
  await tell(1)
  await until(() => reader.ids.length > 0)
  await reader.stop()
  expect(reader.ids).toEqual(await idsOf(topic))
})

test('Last-Event-ID goes before ?apres=, and both resume without a gap', async () => {
  await tell(6)
  const ids = await idsOf(topic)
  const first = stream(undefined, `?apres=${ids[1]}`)
  const second = stream(String(ids[3]), `?apres=${ids[1]}`)
  await until(() => first.ids.length === 4 && second.ids.length === 2)
  await Promise.all([first.stop(), second.stop()])
  expect(first.ids).toEqual(ids.slice(2))
  expect(second.ids).toEqual(ids.slice(4))
  expect(await lastEventId(topic)).toBe(String(ids.at(-1)))
})

test('three hundred streams cost the database one reading, and all tell the same', async () => {
  await tell(3)
  const last = await lastEventId(topic)
  let queries = 0
  const count = () => (queries += 1)
  pool().on('acquire', count)
  const readers = Array.from({ length: 300 }, () => stream(last))
  await until(() => readers.every((reader) => reader.events.length > 0))
  await new Promise((resolve) => setTimeout(resolve, 100))
  await tell(1)
  await until(() => readers.every((reader) => reader.ids.length === 1))
  pool().off('acquire', count)
  await Promise.all(readers.map((reader) => reader.stop()))
  expect(readers.every((reader) => reader.ids.length === 1)).toBe(true)
  expect(queries).toBeLessThan(8)
})

test('ids are followed as numbers, beyond 9 and 99', async () => {
  await tell(120)
  const reader = stream('0')
  await until(() => reader.ids.length === 120)
  await reader.stop()
  expect(reader.ids).toEqual(await idsOf(topic))
})

test('writers at once over several topics: no reader misses a row', async () => {
  const reader = stream('0')
  await Promise.all(Array.from({ length: 40 }, (_, i) => tell(1, i % 2 ? topic : 'meeting:2')))
  await until(() => reader.ids.length === 20)
  await reader.stop()
  expect(reader.ids).toEqual(await idsOf(topic))
})

test('a reader that has gone leaves nothing behind, and an aborted request ends its stream', async () => {
  const gone = new AbortController()
  const reader = read(
    liveStream({ request: new Request('http://localhost/', { signal: gone.signal }), topic, watcher: 'gone' }),
  )
  await until(() => reader.events.length > 0)
  gone.abort()
  await reader.done
  const listening = async () => {
    const found = await pool().query(
      "select 1 from pg_stat_activity where datname = current_database() and application_name = 'live'",
    )
    return found.rowCount
  }
  await expect.poll(listening).toBe(1)
})

let served: Served[] = []
afterAll(() => served.forEach(({ child }) => child.kill('SIGKILL')))

test('two processes, listeners killed midway, one reader cut and resumed: no gap, no double', async () => {
  served = await serveTwice()
  const [one, two] = served
  if (!one || !two) throw new Error('two processes')
  const left = read(await fetch(one.url))
  const right = read(await fetch(two.url))
  await until(() => left.events.length > 0 && right.events.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await tell(20, topic, 9_000)
  await until(() => left.ids.length === 20 && right.ids.length === 20)
  await right.stop()
  await killListeners()
  await tell(20)
  const resumed = read(await fetch(two.url, { headers: { 'last-event-id': String(right.ids.at(-1)) } }))
  await until(() => left.ids.length === 40 && resumed.ids.length === 20)
  const all = await idsOf(topic)
  expect(left.ids).toEqual(all)
  expect([...right.ids, ...resumed.ids]).toEqual(all)
})

test('an ordered stop ends the streams, and the process with them', async () => {
  const [one] = served
  if (!one) throw new Error('a process')
  const reader = read(await fetch(one.url))
  await until(() => reader.events.length > 0)
  const exited = new Promise((resolve) => one.child.once('exit', resolve))
  one.child.kill('SIGTERM')
  await reader.done
  expect(await exited).toBe(0)
})

test('one person holds twenty streams at most; one that ends makes room, and others are not touched', async () => {
  const open = () => liveStream({ request: new Request('http://localhost/'), topic, watcher: 'one' })
  const answers = Array.from({ length: 25 }, open)
  expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(200), ...Array(5).fill(429)])
  expect(liveStream({ request: new Request('http://localhost/'), topic, watcher: 'two' }).status).toBe(200)
  await answers[3]?.body?.cancel()
  expect(open().status).toBe(200)
  expect(open().status).toBe(429)
})
