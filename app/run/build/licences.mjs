import fs from 'node:fs'
import { build } from 'esbuild'
import { PROGRAM_OPTIONS, PROGRAMS } from './bundle.mjs'

/** Licences that may be joined with AGPL-3.0-or-later in one work (OFL-1.1: fonts, carried beside it). */
export const COMPATIBLE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
])

/** Packages whose package.json names no licence: read in the text that they ship. */
const READ_IN_THEIR_TEXT = { 'png-js': 'MIT' }

const LIST = 'LICENSE-third-party.md'

/**
 * Every package that a server runs: those that `npm ci --omit=dev --omit=optional` installs, and those taken into the build.
 * Sorted; `licence` is SPDX, '' when the package names none.
 */
export async function productionPackages() {
  const folders = [...installedFolders(), ...(await inlinedFolders())]
  const named = folders.map(describe).map((found) => [`${found.name}@${found.version}`, found])
  return [...new Map(named.sort(([a], [b]) => (a < b ? -1 : 1))).values()]
}

/** Whether an SPDX expression leaves us a licence, or all of those that hold together, among the compatible ones. */
export function isCompatible(expression) {
  const bare = expression.replace(/[()]/g, '').trim()
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => COMPATIBLE.has(licence.trim())))
}

/** The list as shipped beside LICENSE. */
export const asText = (packages) =>
  [
    '# Packages that a server of this product runs, and their licences',
    '',
    'Written by `npm run licences`. All are compatible with AGPL-3.0-or-later; a test holds this list to what is installed.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
  ].join('\n')

export const readList = () => fs.readFileSync(LIST, 'utf8')
export const writeList = (text) => fs.writeFileSync(LIST, text)

function installedFolders() {
  const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
  const isRun = ([folder, { dev, optional, devOptional }]) => folder && !dev && !optional && !devOptional
  return Object.entries(packages)
    .filter(isRun)
    .map(([folder]) => folder)
}

/** The packages out of which the build takes code: a file's folder is the innermost `node_modules/NAME`. */
async function inlinedFolders() {
  const { metafile } = await build({ ...PROGRAM_OPTIONS, entryPoints: PROGRAMS, metafile: true, write: false })
  const folderOf = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
  return [...new Set(Object.keys(metafile.inputs).map(folderOf))].filter((folder) => folder !== undefined)
}

function describe(folder) {
  const { name, version, license, licenses } = JSON.parse(fs.readFileSync(`${folder}/package.json`, 'utf8'))
  const said = license ?? licenses?.map(({ type }) => type).join(' OR ')
  return { name, version, licence: said ?? READ_IN_THEIR_TEXT[name] ?? '' }
}
