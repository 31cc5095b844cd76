import postgres from 'postgres'
import { pool } from './db.server'
import { env } from './env.server'
import { log } from './log.server'
import { shared, unshare } from './shared.server'
import { shutdownSignal } from './shutdown.server'

/** One row of LiveEvent, ids as strings because they are 64 bits wide. */
export type LiveRow = { id: string; topic: string; kind: string; data: unknown }
export type Subscriber = {
  tell: (rows: LiveRow[]) => void
  /** the server stops, or its listener is closed */ end: () => void
}

type Room = { cursor: string; subscribers: Set<Subscriber> }

const PAGE = 500
/** Even where the doorbell is broken without a sound (a half-open connection), no page is later than this. */
const SAFETY_MS = 5_000

/** The one listener of this process: it reads each row once, however many streams show it. */
export const hub = () => shared('live', () => new Hub())

/** Ends every stream and closes the listener; the next stream opens another. */
export async function closeLive(): Promise<void> {
  await unshare<Hub>('live')?.close()
}

class Hub {
  readonly #rooms = new Map<string, Room>()
  readonly #opening = new Map<string, Promise<Room>>()
  readonly #doorbell = postgres(env().DATABASE_URL, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: 'live' },
  })
  readonly #safety = setInterval(() => this.ring(), SAFETY_MS)
  #reading: Promise<void> = Promise.resolve()
  #waiting = false

  constructor() {
    this.#safety.unref()
    const ring = () => this.ring()
    // reconnects by itself, also when this first attempt fails, and rings again once it listens
    this.#doorbell
      .listen('live', ring, ring)
      .catch((error: unknown) => log().warn({ err: error }, 'live listener is away'))
    shutdownSignal().addEventListener('abort', () => void closeLive(), { once: true })
  }

  /** Once this resolves, every row of the topic after `cursor` reaches the subscriber. */
  async join(topic: string, subscriber: Subscriber): Promise<{ cursor: string; leave: () => void }> {
    const room = this.#rooms.get(topic) ?? (await this.#open(topic))
    room.subscribers.add(subscriber)
    const leave = () => {
      room.subscribers.delete(subscriber)
      if (room.subscribers.size === 0 && this.#rooms.get(topic) === room) this.#rooms.delete(topic)
    }
    return { cursor: room.cursor, leave }
  }

  /** Many who come at once open a room together, with one reading. */
  #open(topic: string): Promise<Room> {
    const opening = this.#opening.get(topic) ?? this.#openAlone(topic).finally(() => this.#opening.delete(topic))
    this.#opening.set(topic, opening)
    return opening
  }

  async #openAlone(topic: string): Promise<Room> {
    const room: Room = { cursor: await lastEventId(topic), subscribers: new Set() }
    this.#rooms.set(topic, room)
    return room
  }

  /** Reads what is new, after the reading under way; rings meanwhile become one reading. */
  ring(): void {
    if (this.#waiting) return
    this.#waiting = true
    this.#reading = this.#reading.then(async () => {
      this.#waiting = false
      await this.#read().catch((error: unknown) => log().warn({ err: error }, 'live events could not be read'))
    })
  }

  /**
   * One statement for all topics that are watched. Each has its own cursor: ids commit in order within a topic, not
   * between topics.
   */
  async #read(): Promise<void> {
    for (let more = this.#rooms.size > 0; more;) {
      const rooms = [...this.#rooms]
      const topics = rooms.map(([topic]) => topic)
      const cursors = rooms.map(([, room]) => room.cursor)
      const { rows } = await pool().query<LiveRow>(READ_NEW, [topics, cursors, PAGE])
      for (const [topic, room] of rooms) {
        const own = rows.filter((row) => row.topic === topic)
        room.cursor = own.at(-1)?.id ?? room.cursor
        if (own.length > 0) for (const { tell } of room.subscribers) tell(own)
      }
      more = rows.length === PAGE
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#safety)
    for (const room of this.#rooms.values()) for (const { end } of room.subscribers) end()
    this.#rooms.clear()
    await this.#doorbell.end({ timeout: 1 })
    await this.#reading
  }
}

const READ_NEW = `select e.id::text as id, e.topic, e.kind, e.data
  from unnest($1::text[], $2::bigint[]) as seen(topic, cursor)
  join "LiveEvent" e on e.topic = seen.topic and e.id > seen.cursor
  order by e.id limit $3`

/** The newest id of a topic, '0' before the first. */
export async function lastEventId(topic: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    'select coalesce(max(id), 0)::text as id from "LiveEvent" where topic = $1',
    [topic],
  )
  return rows[0]?.id ?? '0'
}

/** What a topic holds after `id`, oldest first. (`order by id` alone would sort the text of the ids.) */
export async function eventsAfter(topic: string, id: string): Promise<LiveRow[]> {
  const { rows } = await pool().query<LiveRow>(
    'select e.id::text as id, e.topic, e.kind, e.data from "LiveEvent" e where e.topic = $1 and e.id > $2::bigint order by e.id limit $3',
    [topic, id, PAGE],
  )
  return rows
}
