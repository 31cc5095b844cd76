import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSchema } from '../../docs/write/schema.mjs'
import { readSources } from '../../docs/write/house.mjs'
import { written } from '../../docs/write.mjs'
import { ROOMS } from '../support/rooms.mjs'

const docs = path.resolve(import.meta.dirname, '../../docs')
const read = (file: string) => fs.readFileSync(path.join(docs, file), 'utf8')

test.each(Object.entries(written()))('docs/%s says what the sources say; else: npm run docs', (file, text) => {
  expect(read(file)).toBe(text)
})

test('the table of rooms is in the document of the house', () => {
  expect(read('architecture.md')).toContain('| room | imports | tables that it alone writes |')
})

test('the drawing has each room, in the order that is enforced', () => {
  const drawn = [...read('architecture.md').matchAll(/^ +│ ([\w-]+) {2,}\S/gm)].map(([, room = '']) => room)
  expect(drawn.filter((part) => !['run', 'routes'].includes(part)).reverse()).toEqual(ROOMS)
})

test('the schema is read whole: every table, column and reference', () => {
  const folder = path.resolve(docs, '../prisma/schema')
  const text = fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
  const count = (pattern: RegExp) => text.join('\n').match(pattern)?.length
  const tables = readSchema()
  const fields = tables.flatMap((table) => table.fields)
  expect(tables.length).toBe(count(/^model /gm))
  expect(fields.filter(({ holds }) => holds?.length).length).toBe(count(/@relation\([^)]*fields:/g))
  expect(tables.filter(({ fields }) => !fields.some((field: { key?: string }) => field.key === 'PK'))).toEqual([])
  expect(tables.filter(({ room }) => !ROOMS.includes(room))).toEqual([])
})

test('half of the files have less than 100 lines', () => {
  const sizes = readSources().map(({ lines }) => lines)
  expect(sizes.filter((lines) => lines < 100).length).toBeGreaterThan(sizes.length / 2)
})
