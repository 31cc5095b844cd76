import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const FOLDERS = ['app', 'docs', 'emails', 'prisma', 'test']

/** « 4.17 », alone: neither a version (2.4.1), nor a contrast (4.5 to 1), nor an answer of a mail server (451 4.2.0). */
const CITATION = /(?<![\d.])4\.\d{1,2}(?![\d.]|:1)/g
/** Files where such a number is something else. */
const OTHER_NUMBERS = ['test/ui/contrast.test.ts', 'test/platform/mail/', 'test/docs/']

const readings = [...read('docs/law.md').matchAll(/^\| (4\.\d{1,2}) \|/gm)].map(([, number]) => number ?? '')

const cited = FOLDERS.flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.(tsx?|mjs|prisma|sql|md)$/.test(file) && !file.startsWith('app/generated'))
    .filter((file) => !OTHER_NUMBERS.some((other) => file.startsWith(other)))
    .flatMap((file) => [...read(file).matchAll(CITATION)].map(([number]) => ({ file, number }))),
)

test('each reading has one number, and none is missing', () => {
  const sorted = readings.map((number) => Number(number.slice(2))).sort((a, b) => a - b)
  expect(sorted).toEqual(Array.from({ length: 56 }, (_, rank) => rank + 1))
})

test('each number that code, tests and documents cite leads to a reading', () => {
  expect(cited.length).toBeGreaterThan(60)
  expect(
    cited.filter(({ number }) => !readings.includes(number)).map(({ file, number }) => `${file}: ${number}`),
  ).toEqual([])
})

test('each parameter and each rule that a reading names exists', async () => {
  const { catalogue } = await import('~/statutes/catalogue')
  const { modelStatutes } = await import('~/statutes/model')
  const last = [...read('docs/law.md').matchAll(/^\| 4\.\d+ \|.*\| ([^|]+) \|$/gm)].map(([, where]) => where ?? '')
  const rules = last.flatMap((where) => where.match(/\b\d{1,2}(\.\d)?-[a-z]\b/g) ?? [])
  expect(rules.filter((rule) => !Object.hasOwn(catalogue, rule))).toEqual([])
  const names = last.flatMap((where) => [...where.matchAll(/`(\w+)[.\w*[\]]*`/g)].map(([, name]) => name ?? ''))
  const known = [...Object.keys(modelStatutes), 'catalogue']
  expect(names.length).toBeGreaterThan(30)
  expect(names.filter((name) => !known.includes(name))).toEqual([])
})

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}
