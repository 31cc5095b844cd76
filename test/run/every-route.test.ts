import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedDemo } from '../../prisma/seed'
import { pool } from '~/platform/db.server'
import { cookieFor } from '../support/builders'
import { startClockAt } from '../support/clock'
import { useDatabase } from '../support/database'
import { addressesOf, filled, serveSite, wholeSite } from '../support/site'

const db = useDatabase()
const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z')
/** Drawn anew with FUZZ_SEED; what fails prints the one that replays it. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122)
const RUNS = Number(process.env.FUZZ_RUNS ?? 250)

const PEOPLE = {
  president: 'Dr Hélène Vasseur',
  coordinator: 'Inès Carpentier',
  active: 'Thomas Delaunay',
  representative: 'Isabelle Renaud',
  honorary: 'Dr Marie-Thérèse Aubry',
}
type Visitor = keyof typeof PEOPLE | 'anonymous'
const VISITORS: Visitor[] = ['president', 'coordinator', 'active', 'representative', 'honorary', 'anonymous']

let site: Awaited<ReturnType<typeof serveSite>>
let addresses: ReturnType<typeof addressesOf>
let ids: string[]
const cookies = new Map<Visitor, string>([['anonymous', '']])

beforeAll(async () => {
  startClockAt(NOW)
  await seedDemo(db(), NOW)
  for (const [visitor, name] of Object.entries(PEOPLE)) {
    const { id: accountId } = await db().account.findFirstOrThrow({ where: { name } })
    cookies.set(visitor as Visitor, await cookieFor(db(), { accountId }, NOW))
  }
  const tables = ['Meeting', 'Member', 'Dues', 'Payment', 'Resolution', 'AgendaItem', 'RegisteredLetter', 'Document', 'Mail', 'Application', 'Mandate'] // prettier-ignore
  const found = await Promise.all(
    tables.map((table) => pool().query<{ id: string }>(`select id from "${table}" order by id limit 4`)),
  )
  ids = found.flatMap(({ rows }) => rows.map(({ id }) => id))
  const build = await wholeSite()
  addresses = addressesOf(build).filter(({ path }) => !path.endsWith('/evenements'))
  site = await serveSite(build)
}, 240_000)
afterAll(() => site.stop())

async function ask(path: string, visitor: Visitor, body?: URLSearchParams) {
  const headers = { cookie: cookies.get(visitor) ?? '', accept: 'text/html' }
  const answer = await fetch(site.base + path, {
    headers,
    redirect: 'manual',
    ...(body && { method: 'POST', body }),
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}

/** The names of the fields of a page, hidden ones with their value. */
function fieldsOf(html: string): [string, string][] {
  const tags = html.match(/<(input|select|textarea|button)\b[^>]*>/g) ?? []
  return tags.flatMap((tag): [string, string][] => {
    const name = / name="([^"]*)"/.exec(tag)?.[1]
    return name ? [[name, / value="([^"]*)"/.exec(tag)?.[1] ?? '']] : []
  })
}

const NASTY = [
  ...['', ' ', '0', '-1', '1', '2147483648', '9223372036854775808', '1e400', 'NaN', '1,5', '12,345', '007'],
  ...['2027-02-30', '9999-12-31', '0000-00-00', '+275760-09-13', '2027-05-10', '24:00', '99:99', '09:00'],
  ...[
    'null',
    '[]',
    '{}',
    '"',
    '<b>',
    '%',
    '..',
    '\ufffe',
    '\u{1f600}',
    'é'.repeat(3_000),
    'FR7630006000011234567890189',
  ],
]

describe('no request of anybody is a fault of ours', () => {
  test('over every route: paths, queries and forms that nobody sends', async () => {
    const word = fc.oneof(
      fc.constantFrom(...NASTY),
      fc.constantFrom(...ids),
      fc.string({ maxLength: 20, unit: 'grapheme' }),
    )
    const cases = fc.record({
      address: fc.constantFrom(...addresses),
      visitor: fc.constantFrom(...VISITORS, 'president' as const, 'president' as const),
      params: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: word }), { minLength: 3, maxLength: 3 }), // prettier-ignore
      query: fc.array(fc.tuple(fc.constantFrom('page', 'q', 'annee', 'vers', 'tri', 'apres', 'etat', 'suite', 'corps', 'session', 'membre', 'cotisation', 'autre', 'le', 'id'), word), { maxLength: 3 }), // prettier-ignore
      words: fc.array(word, { minLength: 12, maxLength: 12 }),
      kept: fc.nat(),
      writes: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ address, visitor, params, query, words, kept, writes }) => {
        const left = [...params]
        const path = address.path.replace(/:year|:number|:\w+|\*/g, (name) =>
          encodeURIComponent(name === ':year' ? '2026' : name === ':number' ? '1' : (left.pop() ?? '')),
        )
        const full = `${path}?${new URLSearchParams(query)}`
        const read = await ask(full, visitor)
        expect(read.status).not.toBe(500)
        if (!writes || !address.hasAction || address.path === '/deconnexion') return
        // most fields as the page gives them, some with a word of ours: the deeper lines are reached
        const sent = fieldsOf(read.text).map(([name, value], at): [string, string] => [
          name,
          (kept >> (at % 30)) & 1 ? value : (words[at % words.length] ?? ''),
        ])
        const { status } = await ask(full, visitor, new URLSearchParams(sent))
        expect(status).not.toBe(500)
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    )
  }, 240_000)
})

/** Where anybody may write, and where whoever is signed in may: what he then asks is judged. */
const ANYBODY = ['/connexion', '/connexion/:token', '/deconnexion', '/adherer', '/simulateur', '/webhooks/stripe', '/mes-donnees/courriel/:token'] // prettier-ignore
const SIGNED_IN = ['/mes-donnees/courriel', '/mes-donnees/modifier', '/mes-donnees/accords', '/mes-sessions', '/mes-cotisations/payer', '/demission', '/assemblees/:id/vote', '/bureau', '/reprises'] // prettier-ignore
const HIDDEN = [403, 404, 405]

describe('who may write where', () => {
  test.each([
    ['anonymous', ANYBODY],
    ['active', [...ANYBODY, ...SIGNED_IN]],
    ['honorary', [...ANYBODY, ...SIGNED_IN]],
  ] as const)(
    '%s: everywhere else the answer is the one where nothing is, and nothing is written',
    async (visitor, open) => {
      const reached: string[] = []
      const before = await db().journalEntry.count()
      for (const { path } of addresses.filter(
        ({ hasAction, path }) => hasAction && !open.some((each) => each === path),
      ))
        for (const id of [undefined, ids[0]]) {
          const { status, to } = await ask(filled(path, id), visitor, new URLSearchParams({ a: '1' }))
          const asksToSignIn = visitor === 'anonymous' && status === 302 && to.startsWith('/connexion')
          if (!HIDDEN.includes(status) && !asksToSignIn) reached.push(`${path} ${status}`)
        }
      expect(reached).toEqual([])
      expect(await db().journalEntry.count()).toBe(before)
    },
  )
})
