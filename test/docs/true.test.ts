import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOMS } from '../support/rooms.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const documents = [
  ...fs.readdirSync(root).filter((file) => file.endsWith('.md') && !file.startsWith('LICENSE')),
  ...fs
    .readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : [])),
]
const { scripts, engines } = JSON.parse(read('package.json'))

describe.each(documents)('%s', (document) => {
  const text = read(document)

  test('each file that it names is there', () => {
    const named = [
      ...text.matchAll(/`((?:app|docs|emails|prisma|public|test)\/[\w./$-]+)`|\]\(([\w./-]+\.\w+)\)/g),
    ].map(([, own, linked]) => own ?? path.join(path.dirname(document), linked ?? ''))
    const isThere = (file: string) =>
      fs.existsSync(path.join(root, file)) || migrations.some((one) => file.endsWith(one))
    expect(named.filter((file) => !isThere(file) && !EXAMPLES.has(file))).toEqual([])
  })

  test('each npm script that it names exists', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

const migrations = fs.readdirSync(path.join(root, 'prisma/migrations'))
/** Named as one would name a new file. */
const EXAMPLES = new Set(['emails/name.tsx', 'emails/name.subject.ts'])

test('the README lists the rooms in the order that is enforced', () => {
  const listed = [...read('README.md').matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, room = '']) => room)
  const built = ROOMS.filter((room) => fs.existsSync(path.join(root, 'app', room)))
  expect(listed.filter((room) => ROOMS.includes(room))).toEqual(built)
})

test('the README names the Node of .nvmrc, and the oldest that package.json takes', () => {
  expect(read('README.md')).toContain(`Node ${read('.nvmrc').trim()} `)
  const [, oldest] = /^>=(\d+\.\d+)\.0$/.exec(engines.node) ?? []
  expect(read('README.md')).toContain(`or ${oldest} and newer`)
})

test('the licence is whole, and is the one that package.json names', () => {
  const licence = read('LICENSE')
  expect(licence).toMatch(/^\s*GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3, 19 November 2007/)
  for (let section = 0; section <= 17; section += 1) expect(licence).toMatch(new RegExp(`^ *${section}\\. [A-Z]`, 'm'))
  expect(licence).toContain('END OF TERMS AND CONDITIONS')
  expect(JSON.parse(read('package.json')).license).toBe('AGPL-3.0-or-later')
})
