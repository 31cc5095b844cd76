import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedDemo } from '../../prisma/seed'
import { recordDeparture } from '~/membership/leaving/record-departure.server'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { openSession } from '~/meetings/session/open-session.server'
import { parisDate } from '~/platform/clock.server'
import { dateColumn, instantFromDate } from '~/platform/dates'
import { pool } from '~/platform/db.server'
import { addDays } from '~/statutes/civil-date'
import { contextFor, cookieFor, tellEverybody } from '../support/builders'
import { startClockAt } from '../support/clock'
import { useDatabase } from '../support/database'
import { kindOf, offeredBy, type OfferedAct } from '../support/offered'
import { serveSite, wholeSite } from '../support/site'

const db = useDatabase()
const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z')

const PEOPLE = {
  president: 'Dr Hélène Vasseur',
  'vice-president': 'M. Karim Benhaddou',
  founder: 'Dr Étienne Œuvrard',
  secretary: 'Mme Claire Nguyen',
  treasurer: 'Mme Sophie Lambert',
  coordinator: 'Inès Carpentier',
  'coordinator without delegation': 'Paul Sansdroit',
  member: 'M. Thomas Delaunay',
  'representative of a body': 'Isabelle Renaud',
  honorary: 'Dr Marie-Thérèse Aubry',
  'one who left': '',
}
type Visitor = keyof typeof PEOPLE
const VISITORS = Object.keys(PEOPLE) as Visitor[]
/** For whom the pages of a meeting change most with it. */
const BUSIEST: Visitor[] = ['president', 'coordinator', 'secretary', 'member']
const accounts = new Map<Visitor, string>()

let site: Awaited<ReturnType<typeof serveSite>>

beforeAll(async () => {
  startClockAt(NOW)
  await seedDemo(db(), NOW)
  await addOthers()
  for (const [visitor, name] of Object.entries(PEOPLE)) {
    if (name === '') continue
    const { id } = await db().account.findFirstOrThrow({
      where: { name: { endsWith: name.replace(/^(M\.|Mme) /, '') } },
    })
    accounts.set(visitor as Visitor, id)
  }
  await pool().query(`
    create sequence acts_reached;
    create function stop_act() returns trigger language plpgsql as $$
      begin perform nextval('acts_reached'); raise exception 'this act was reached, nothing is written'; end $$;
    create trigger stop_act before insert on "JournalEntry" for each row execute function stop_act();
    alter table "JournalEntry" disable trigger stop_act`)
  site = await serveSite(await wholeSite())
}, 240_000)
afterAll(() => site.stop())

/** Who the demonstration has not: a founder without office, an employee without delegation, a member who left. */
async function addOthers() {
  const today = parisDate(NOW)
  const founder = await db().member.findFirstOrThrow({ where: { label: PEOPLE.founder } })
  await db().mandate.updateMany({
    where: { memberId: founder.id },
    data: { endedOn: dateColumn(addDays(today, -5)), endReason: 'démission' },
  })
  await db().account.create({
    data: {
      name: PEOPLE['coordinator without delegation'],
      email: 'paul@example.org',
      createdAt: new Date(NOW.epochMilliseconds),
      staff: { create: { title: 'Coordinateur', from: dateColumn(addDays(today, -5)) } },
    },
  })
  const { accountId } = await db()
    .mandate.findFirstOrThrow({ where: { office: 'president', endedOn: null }, include: { member: true } })
    .then(({ member }) => member)
  const president = await contextFor(db(), { accountId: accountId ?? '' }, NOW)
  const leaver = await db().member.findFirstOrThrow({
    where: {
      category: 'active',
      kind: 'PERSON',
      leftOn: null,
      accountId: { not: null },
      mandates: { none: {} },
      NOT: { label: PEOPLE.member },
    },
    orderBy: { number: 'asc' },
  })
  accounts.set('one who left', leaver.accountId ?? '')
  await recordDeparture(president, {
    memberId: leaver.id,
    kind: 'RESIGNED',
    channel: 'mail',
    receivedOn: addDays(today, -1),
    reason: null,
  })
}

const upcoming = () => db().meeting.findFirstOrThrow({ where: { body: 'ago' }, orderBy: { startsAt: 'desc' } })

/** Where a press is no act of the product: one leaves, one becomes another. */
const APART = /^\/(deconnexion|demo|connexion)\b/
/** How many addresses of one kind are looked at. */
const OF_A_KIND = 2
/** What changes with a meeting: home and the pages of meetings. */
const MEETINGS = /^\/(a-faire|assemblees.*)?$/
const HIDDEN = new Set([403, 404, 405])

async function ask(path: string, cookie: string, body?: URLSearchParams) {
  const answer = await fetch(site.base + path, {
    headers: { cookie, accept: 'text/html' },
    redirect: 'manual',
    ...(body && { method: 'POST', body }),
  })
  const page = answer.headers.get('content-type')?.startsWith('text/html') ?? false
  const text = await answer.text()
  return { status: answer.status, to: answer.headers.get('location'), html: page ? text : '' }
}

/** Every page that leads on from home, and the acts offered there; what is offered and is not there. */
async function walk(cookie: string, within: RegExp) {
  const seen = new Map<string, number>()
  const visited = new Set<string>()
  const acts = new Map<string, OfferedAct & { from: string }>()
  const faults: string[] = []
  const queue = [{ path: '/', from: '' }]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, from } = next
    const kind = kindOf(path)
    const count = seen.get(kind) ?? 0
    if (visited.has(path) || APART.test(path) || !within.test(path) || count >= OF_A_KIND) continue
    visited.add(path)
    seen.set(kind, count + 1)
    const { status, to, html } = await ask(path, cookie)
    if (status >= 400) faults.push(`${status} ${path} offered by ${from}`)
    if (to) queue.push({ path: to.startsWith('http') ? new URL(to).pathname : to, from: path })
    const offered = offeredBy(html, path)
    for (const link of offered.links) queue.push({ path: link, from: path })
    for (const act of offered.acts) {
      const sent = act.fields.map(([name, value]) => (name === 'intent' ? `${name}=${value}` : name)).toSorted()
      const key = `${kindOf(act.to)} ${sent.join()}`
      const known = [...acts.keys()].filter((one) => one.startsWith(`${key} `)).length
      if (!APART.test(act.to) && known < OF_A_KIND) acts.set(`${key} ${act.to} ${path}`, { ...act, from: path })
    }
  }
  return { faults, acts: [...acts.values()], pages: visited.size }
}

/** Presses each, nothing being written: an act that comes to its journal has passed its permissions. */
async function press(acts: readonly (OfferedAct & { from: string })[], cookie: string): Promise<string[]> {
  const faults: string[] = []
  await pool().query('alter table "JournalEntry" enable trigger stop_act')
  for (const { to, fields, from } of acts) {
    const before = await reached()
    const { status } = await ask(to, cookie, new URLSearchParams(fields))
    const stopped = (await reached()) > before
    if (!stopped && (HIDDEN.has(status) || status >= 500))
      faults.push(`${status} ${to} with ${fields.map((field) => field.join('=')).join('&')} pressed on ${from}`)
  }
  await pool().query('alter table "JournalEntry" disable trigger stop_act')
  return faults
}

async function reached(): Promise<number> {
  const { rows } = await pool().query<{ last: number }>(
    'select last_value::int + is_called::int as last from acts_reached',
  )
  return rows[0]?.last ?? 0
}

async function offeredTo(visitor: Visitor, { now = NOW, within = /^/ } = {}): Promise<string[]> {
  const cookie = await cookieFor(db(), { accountId: accounts.get(visitor) ?? '' }, now)
  const { faults, acts, pages } = await walk(cookie, within)
  expect(pages).toBeGreaterThan(0)
  return [...faults, ...(await press(acts, cookie))]
}

describe('what a page offers is there for whoever it is offered to', () => {
  test.each(VISITORS)(
    '%s, an assembly being prepared',
    async (visitor) => {
      expect(await offeredTo(visitor)).toEqual([])
    },
    60_000,
  )

  describe('once it is convened', () => {
    beforeAll(async () => {
      const president = await contextFor(db(), { accountId: accounts.get('president') ?? '' }, NOW)
      await conveneMeeting(president, { meetingId: (await upcoming()).id })
    })
    test.each(BUSIEST)(
      '%s',
      async (visitor) => {
        expect(await offeredTo(visitor)).toEqual([])
      },
      60_000,
    )
  })

  describe('on its day, its session open', () => {
    let evening: Temporal.Instant
    beforeAll(async () => {
      const { id, startsAt } = await upcoming()
      evening = instantFromDate(startsAt)
      startClockAt(evening)
      await tellEverybody(db(), id)
      const president = await contextFor(db(), { accountId: accounts.get('president') ?? '' }, evening)
      await openSession(president, { meetingId: id, secretary: accounts.get('secretary') ?? '', untoldReason: 'essai' })
    })
    test.each(BUSIEST)(
      '%s',
      async (visitor) => {
        expect(await offeredTo(visitor, { now: evening, within: MEETINGS })).toEqual([])
      },
      60_000,
    )
  })
})
