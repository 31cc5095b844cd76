import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOMS } from './support/rooms.mjs'

const root = path.resolve(import.meta.dirname, '..')

/** The room of each table: the one whose file of `prisma/schema` declares it. */
const owners = new Map(
  fs.readdirSync(path.join(root, 'prisma/schema')).flatMap((file) => {
    const text = fs.readFileSync(path.join(root, 'prisma/schema', file), 'utf8')
    const room = path.basename(file, '.prisma')
    return [...text.matchAll(/^model (\w+) \{/gm)].map(([, table = '']): [string, string] => [table, room])
  }),
)

const WRITES = [
  /\.(\w+)\s*\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(/g,
  /(?:insert into|update|delete from)\s+"(\w+)"/gi,
  /insertRows\(\s*\w+,\s*'(\w+)'/g,
]

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The tables that this text writes: by the client, by SQL, by many rows at once. */
const writtenIn = (text: string): string[] =>
  WRITES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => capital(name))).filter((name) =>
    owners.has(name),
  )

const sources = fs
  .readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
  .map((file) => ({ file, text: fs.readFileSync(path.join(root, 'app', file), 'utf8') }))

/** Within a room, the folder that alone writes a table: the rest of the room calls its commands too. */
const FOLDERS: Record<string, string> = {
  AgendaItem: 'meetings/agenda/',
  Resolution: 'meetings/agenda/',
  Slip: 'ballots/box/',
  SealedVote: 'ballots/box/',
  Paper: 'ballots/box/',
}

test('the reader sees every way of writing', () => {
  const text = `tx.member.update({}) tx.$executeRaw\`delete from "Blob" b\` insertRows(tx, 'Consent', rows) tx.dues\n  .deleteMany()`
  expect(writtenIn(text).sort()).toEqual(['Blob', 'Consent', 'Dues', 'Member'])
})

test('every file of the schema is that of a room', () => {
  expect([...new Set(owners.values())].filter((room) => !ROOMS.includes(room))).toEqual([])
})

test('a table is written by its room alone; the others call its commands', () => {
  const foreign = sources.flatMap(({ file, text }) =>
    writtenIn(text).flatMap((table) => (file.split('/')[0] === owners.get(table) ? [] : [`${file} → ${table}`])),
  )
  expect([...new Set(foreign)]).toEqual([])
})

test.each(Object.entries(FOLDERS))('%s is written in %s alone', (table, folder) => {
  const writers = sources.filter(({ text }) => writtenIn(text).includes(table)).map(({ file }) => file)
  expect(writers).not.toEqual([])
  expect(writers.filter((file) => !file.startsWith(folder))).toEqual([])
})

test('the tables of the ballot box are read and written in the box alone', () => {
  const reads =
    /\.(slip|sealedVote|paper)\s*\.(find|count|aggregate|groupBy|create|update|delete)|"(Slip|SealedVote|Paper)"/
  const readers = sources.filter(({ text }) => reads.test(text)).map(({ file }) => file)
  expect(readers).not.toEqual([])
  expect(readers.filter((file) => !file.startsWith('ballots/box/'))).toEqual([])
})
