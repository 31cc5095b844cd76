import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '~/statutes/catalogue'
import { PLATFORM_PACKAGES, ROOMS, forbiddenTo } from './support/rooms.mjs'

const app = path.resolve(import.meta.dirname, '../app')

type Source = { file: string; text: string; imports: { from: string; typeOnly: boolean }[] }

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g

/** What a file of `app` imports, our own files as paths below `app` whether they came by alias or by relative path. */
function read(file: string): Source {
  const text = fs.readFileSync(path.join(app, file), 'utf8')
  const imports = [...text.matchAll(IMPORT)].map(([, type, named, dynamic]) => {
    const from = named ?? dynamic ?? ''
    const own = from.startsWith('~/')
      ? from.slice(2)
      : from.startsWith('.')
        ? path.relative(app, path.resolve(app, path.dirname(file), from))
        : undefined
    return {
      from: own === undefined ? `package:${from}` : own,
      typeOnly: Boolean(type),
    }
  })
  return { file, text, imports }
}

const sources = fs
  .readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
  .map(read)
/** The sources of a folder beside `app`. */
const folder = (name: string) =>
  fs
    .readdirSync(path.join(app, '..', name), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => read(path.join('..', name, file)))
const within = (room: string) => sources.filter((source) => source.file.startsWith(`${room}/`))
const partOf = (from: string) => from.split('/')[0] ?? ''

/** « file → import » for each import that a test forbids. */
const breaches = (among: Source[], isForbidden: (each: { from: string; typeOnly: boolean }) => boolean) =>
  among.flatMap((source) => source.imports.filter(isForbidden).map((each) => `${source.file} → ${each.from}`))

test('the reader sees imports: alias, relative, type, dynamic and package', () => {
  expect(read('platform/db.server.ts').imports).toContainEqual({ from: 'package:pg', typeOnly: false })
  expect(read('platform/db.server.ts').imports).toContainEqual({ from: 'platform/env.server', typeOnly: false })
  expect(read('run/seed.ts').imports.map((each) => each.from)).toContain('../prisma/seed')
})

test.each(ROOMS)('%s imports no room below it, no route, nothing of the edge', (room) => {
  const forbidden = new Set(forbiddenTo(room))
  expect(breaches(within(room), ({ from }) => forbidden.has(partOf(from)))).toEqual([])
})

test('the statutes import nothing of the app, no Node, no React, no Prisma', () => {
  const allowed = new Set(['package:zod', 'package:temporal-polyfill'])
  expect(breaches(within('statutes'), ({ from }) => partOf(from) !== 'statutes' && !allowed.has(from))).toEqual([])
})

test('ui imports of the rooms nothing but types of the statutes and their French', () => {
  const rooms = new Set([...ROOMS, 'routes', 'run', 'effects.server', 'generated'])
  const isForbidden = ({ from, typeOnly }: { from: string; typeOnly: boolean }) =>
    rooms.has(partOf(from)) && !(typeOnly && partOf(from) === 'statutes') && from !== 'statutes/french'
  expect(breaches(within('ui'), isForbidden)).toEqual([])
})

test('nobody imports routes; routes know no Prisma client', () => {
  expect(breaches(sources, ({ from }) => partOf(from) === 'routes')).toEqual([])
  expect(breaches(within('routes'), ({ from }) => partOf(from) === 'generated')).toEqual([])
})

test('routes hear refusals one way', () => {
  expect(within('routes').flatMap(({ file, text }) => (/instanceof Refusal/.test(text) ? [file] : []))).toEqual([])
})

test('no route reads or writes a table', () => {
  const reads =
    /\.\w+\s*\.(?:find\w+|count|aggregate|groupBy|create\w*|update\w*|upsert|delete\w*)\(|\$queryRaw|\$executeRaw/
  expect(within('routes').flatMap(({ file, text }) => (reads.test(text) ? [file] : []))).toEqual([])
})

test('home asks the rooms and no more: no route, no program, no effect', () => {
  expect(breaches(within('home'), ({ from }) => ['routes', 'run', 'effects.server'].includes(partOf(from)))).toEqual([])
})

test('programs reach the rooms, never a page', () => {
  expect(breaches(within('run'), ({ from }) => ['routes', 'ui'].includes(partOf(from)))).toEqual([])
})

test('a message knows nothing of the app but how it writes French', () => {
  const allowed = new Set(['ui/format', 'package:react', 'package:react-email'])
  const outside = ({ from }: { from: string }) => !from.startsWith('../emails/') && !allowed.has(from)
  expect(breaches(folder('emails'), outside)).toEqual([])
})

test('the seed acts as people do: by the commands of the rooms, never by a page or a program', () => {
  const forbidden = new Set(['routes', 'home', 'run', 'ui'])
  const isForbidden = ({ from }: { from: string }) => forbidden.has(partOf(from)) && from !== 'ui/format'
  expect(breaches(folder('prisma'), isForbidden)).toEqual([])
})

test('only platform and run know the packages of the outside world', () => {
  const outside = new Set(PLATFORM_PACKAGES.map((name) => `package:${name}`))
  const others = sources.filter(({ file }) => !/^(platform|run)\//.test(file))
  expect(breaches(others, ({ from }) => outside.has(from))).toEqual([])
})

test('only the clock reads a clock', () => {
  const reads = /\bnew Date\(\)|\bDate\.now\b|\bTemporal\.Now\b/
  const guilty = sources.filter(({ file, text }) => reads.test(text) && file !== 'platform/clock.server.ts')
  expect(guilty.map(({ file }) => file)).toEqual([])
  const rooms = sources.filter(({ file }) => ROOMS.includes(partOf(file)) && partOf(file) !== 'platform')
  expect(rooms.filter(({ text }) => /\bnew Date\(/.test(text)).map(({ file }) => file)).toEqual([])
})

/** Outside `app`, who reads the machine's clock, and why. */
const READERS: Record<string, string> = {
  'prisma/engine/files.mjs': 'a new migration is named by the moment at which it is written',
  'test/run/day.mjs': 'how far a chosen day is from the machine’s, and which day is drawn',
  'test/support/stripe/peer.ts': 'Stripe keeps the time of the machine',
}

test('no test, no story and no seed reads today’s date', () => {
  const root = path.dirname(app)
  const files = ['test', 'prisma', 'emails'].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  const reads = /\bnew Date\(\)|\bDate\.now\b|\bTemporal\.Now\b/
  const guilty = files.filter(
    (file) => /\.(tsx?|mjs)$/.test(file) && reads.test(fs.readFileSync(path.join(root, file), 'utf8')),
  )
  expect(guilty.sort()).toEqual(Object.keys(READERS))
})

test('no file imports itself by way of others', () => {
  const files = new Map(sources.map((source) => [source.file, source]))
  const fileOf = (from: string) =>
    [`${from}.ts`, `${from}.tsx`, `${from}/index.ts`].map((file) => files.get(file)).find((found) => found)
  const done = new Set<Source>()
  const circles: string[] = []
  const follow = (source: Source, way: readonly Source[]): void => {
    if (way.includes(source))
      circles.push([...way.slice(way.indexOf(source)), source].map(({ file }) => file).join(' → '))
    if (done.has(source) || way.includes(source)) return
    for (const { from, typeOnly } of source.imports) {
      const next = typeOnly ? undefined : fileOf(from)
      if (next) follow(next, [...way, source])
    }
    done.add(source)
  }
  for (const source of sources) follow(source, [])
  expect(circles).toEqual([])
})

/** Who takes marks or capitals off a text, or compares without them, outside `platform/folding.ts`, and why that is no search of a name. */
const FOLDERS: Record<string, string> = {
  'dues/board/new-address.ts': 'an e-mail address, which has no accents',
  'platform/mail/returned/keep-returned.server.ts': 'the head of a message that came back',
  'platform/spreadsheet/legacy-text.ts': 'weighs the signs of an unknown alphabet',
  'platform/typed-text.ts': 'which marks the fonts place beside a letter',
  'statutes/french.ts': 'whether a name begins with a vowel; the statutes import nothing of the app',
}

test('names are folded in one place', () => {
  const marks =
    /\.normalize\('NFK?D'\)|\\p\{M\}|\\u0300-\\u036f|\\u\{?0?300\}?-|sensitivity: '|\bilike\b|mode: 'insensitive'/i
  const lower = String.raw`\.to(?:Locale)?LowerCase\([^()]*\)`
  const compared = new RegExp(
    String.raw`${lower}\s*[!=]==|[!=]==\s*[\w.?()]*${lower}|${lower}\.(?:includes|startsWith|localeCompare)\(`,
  )
  const guilty = sources.filter(({ text }) => marks.test(text) || compared.test(text)).map(({ file }) => file)
  expect(guilty.toSorted()).toEqual(['platform/folding.ts', ...Object.keys(FOLDERS)].toSorted())
})

test('the words of French are made in one module', () => {
  const made =
    /export (?:function|const) (?:capital|uncapital|euros|frenchDate|frenchNumber|list|ofName|byName|plain[A-Z]\w+|plural\w*|agreed)\b|'janvier',|'lundi',|charAt\(0\)\.to|\[0\]\??\.to(?:Locale)?UpperCase|Intl\.\w+\('fr|\[aeiou|> 1 \? 's'/
  const files = [...sources, ...folder('emails')]
  expect(files.filter(({ text }) => made.test(text)).map(({ file }) => file)).toEqual(['statutes/french.ts'])
})

test('words of screens come from ui/format, those of kept sentences from the statutes', () => {
  const unbroken = /import \{[^}]*\b(?:frenchDate|plural)\b[^}]*\} from '[^']*\/french'/
  const files = [...sources, ...folder('emails'), ...folder('prisma')]
  expect(files.filter(({ text }) => unbroken.test(text)).map(({ file }) => file)).toEqual(['ui/format.ts'])
})

/** Forms that keep a state of their own; the list only gets shorter. */
const OWN_FRAMES = [
  'ballots/ui/count-form.tsx',
  'ballots/ui/open-form.tsx',
  'ballots/ui/record-vote-form.tsx',
  'dues/mine/ui/pay-forms.tsx',
  'meetings/convene/ui/convene-section.tsx',
  'meetings/convene/ui/correction-section.tsx',
  'meetings/prepare/ui/incident-section.tsx',
  'meetings/session/ui/arrival-form.tsx',
  'meetings/session/ui/incident-form.tsx',
  'meetings/session/ui/open-session-form.tsx',
  'meetings/session/ui/own-arrival-form.tsx',
  'meetings/session/ui/second-session-form.tsx',
  'meetings/session/ui/secretary-form.tsx',
  'membership/applications/ui/decide-form.tsx',
  'routes/assemblees.$id.documents.tsx',
  'routes/assemblees.$id.ordre-du-jour.$itemId.resolution.tsx',
  'routes/assemblees.$id.pouvoirs.tsx',
  'routes/cotisations.remises._index.tsx',
  // typed by hand: one of two schemas judges them
  'discipline/cases/ui/case-file-form.tsx',
  'dues/payments/ui/payment-form.tsx',
  'letters/ui/explanation-form.tsx',
  'members/identity/ui/consent-form.tsx',
  'members/identity/ui/update-form.tsx',
  'members/register/ui/register-form.tsx',
  'members/representatives/ui/representative-form.tsx',
  'members/representatives/ui/representative-list.tsx',
  'membership/admission/ui/category-form.tsx',
  'membership/admission/ui/readmission-form.tsx',
  'membership/applications/ui/application-form.tsx',
  'membership/applications/ui/application-next.tsx',
  'membership/import/ui/propose-import.tsx',
  'membership/internal-rules/ui/internal-rules-form.tsx',
  'membership/leaving/ui/departure-form.tsx',
  'offices/ui/end-mandate-form.tsx',
  'offices/ui/mandate-form.tsx',
  'offices/ui/replacement-form.tsx',
  'routes/cotisations.exercices.nouveau.tsx',
]

test('a form takes its state from one frame', () => {
  const guilty = sources
    .filter(({ file, text }) => /\buseForm[<(]/.test(text) && file !== 'ui/use-act-form.ts')
    .map(({ file }) => file)
  expect(guilty.toSorted()).toEqual([...OWN_FRAMES].toSorted())
})

test('every rule that is cited exists in the catalogue', () => {
  const known = new Set(Object.keys(catalogue))
  const cites = /['"`](\d{1,2}(?:\.\d)?-[a-z])['"`]/g
  const unknown = sources.flatMap(({ file, text }) =>
    [...text.matchAll(cites)].flatMap(([, id = '']) => (known.has(id) ? [] : [`${file}: ${id}`])),
  )
  expect(unknown).toEqual([])
})

test('no file of ours passes 250 lines', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 251)
  expect(long.map(({ file }) => file)).toEqual([])
})
