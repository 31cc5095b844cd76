import type { Temporal } from 'temporal-polyfill'
import type { Prisma } from '~/generated/prisma/client'
import { currentInstant } from './clock.server'
import { dateFromInstant } from './dates'
import type { Db, Tx } from './db.server'
import { eventsAfter, hub, type LiveRow } from './live-hub.server'
import { takePlace } from './live-places.server'
import { log } from './log.server'
import { shutdownSignal } from './shutdown.server'

export { closeLive, lastEventId } from './live-hub.server'
export type { LiveRow } from './live-hub.server'

const HEARTBEAT_MS = 15_000
const RETRY_MS = 2_000
/** A stream ends after some minutes: the browser comes back by itself, and its rights are looked at again. */
const LIFE_MS = 10 * 60_000
/** Chunks that a reader may leave unread; beyond, the stream ends and is resumed from where it was. */
const UNREAD = 1_000

/**
 * Tells all pages that watch `topic`, once the caller's transaction is committed. `data` is seen by whoever may watch:
 * never a secret, never a running tally. Holds the order of the topic until the commit, so call it last.
 */
export async function publish(tx: Tx, topic: string, kind: string, data: Prisma.InputJsonObject = {}): Promise<void> {
  const at = dateFromInstant(currentInstant())
  await tx.liveEvent.create({ data: { topic, kind, data, at }, select: { id: true } })
}

const KEPT_DAYS = 7

/** Forgets what was told more than a week ago: no page is still waiting for it. */
export async function pruneLiveEvents(db: Db, now: Temporal.Instant): Promise<void> {
  await db.liveEvent.deleteMany({ where: { at: { lt: dateFromInstant(now.subtract({ hours: 24 * KEPT_DAYS })) } } })
}

/**
 * Server-sent events of one topic, `id:` being the row. Begins after Last-Event-ID, else after `?apres=`, else now; no
 * row is missed nor sent twice, over reconnections and over processes. The caller has checked who may watch: `watcher`, the
 * account, may hold a few streams at once; one more is answered 429, and its page asks by itself now and then.
 */
export function liveStream({
  request,
  topic,
  watcher,
  filter = () => true,
}: {
  request: Request
  topic: string
  watcher: string
  filter?: (row: LiveRow) => boolean
}): Response {
  const leavePlace = takePlace(watcher)
  if (!leavePlace) return new Response(null, { status: 429 })
  const from = resumePoint(request)
  const encoder = new TextEncoder()
  let over = false
  let gone = false
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let leave = () => {}
      const timers = [
        setInterval(() => write(': hb\n\n'), HEARTBEAT_MS),
        setTimeout(() => end(), LIFE_MS * (0.9 + 0.2 * Math.random())),
      ]
      end = () => {
        if (over) return
        over = true
        leavePlace()
        timers.forEach((timer) => clearTimeout(timer))
        leave()
        if (!gone) controller.close()
      }
      const write = (text: string) => {
        if (over) return
        controller.enqueue(encoder.encode(text))
        if ((controller.desiredSize ?? 0) < -UNREAD) end()
      }
      if (request.signal.aborted || shutdownSignal().aborted) return end()
      request.signal.addEventListener('abort', end, { once: true })
      write(`retry: ${RETRY_MS}\n\n`)
      const show = (row: LiveRow) => {
        if (filter(row)) write(frame(row))
      }
      leave = await follow(topic, from, show, end).catch((error: unknown) => {
        log().warn({ err: error }, 'a live stream could not begin')
        end()
        return () => {}
      })
      if (over || shutdownSignal().aborted) leave()
      if (shutdownSignal().aborted) end()
    },
    cancel() {
      gone = true
      end()
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

/** Joins first and reads the past after, so that what is written meanwhile comes by both ways and is told once. */
async function follow(
  topic: string,
  from: string | null,
  show: (row: LiveRow) => void,
  end: () => void,
): Promise<() => void> {
  let shown = from === null ? -1n : BigInt(from)
  let early: LiveRow[] | null = []
  const deliver = (rows: LiveRow[]) => {
    for (const row of rows) {
      if (BigInt(row.id) <= shown) continue
      shown = BigInt(row.id)
      show(row)
    }
  }
  const tell = (rows: LiveRow[]) => (early === null ? deliver(rows) : void early.push(...rows))
  const { cursor, leave } = await hub().join(topic, { tell, end })
  try {
    let past = from === null || BigInt(from) >= BigInt(cursor) ? [] : await eventsAfter(topic, from)
    while (past.length > 0) {
      deliver(past)
      past = await eventsAfter(topic, String(shown))
    }
  } catch (error) {
    leave()
    throw error
  }
  deliver(early)
  early = null
  return leave
}

const frame = (row: LiveRow) => `id: ${row.id}\nevent: ${row.kind}\ndata: ${JSON.stringify(row.data)}\n\n`

function resumePoint(request: Request): string | null {
  const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('apres')
  return asked !== null && /^\d{1,18}$/.test(asked) ? asked : null
}
