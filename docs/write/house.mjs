import fs from 'node:fs'
import path from 'node:path'
import { ROOMS } from '../../test/support/rooms.mjs'
import { readSchema } from './schema.mjs'

const app = path.resolve(import.meta.dirname, '../../app')

const IMPORT = /(?:from|import\()\s*'(~\/|\.{1,2}\/)([^']+)'/g

/** Every source of `app`: its part (a room, `ui`, `routes`, …), its lines, the parts that it imports. */
export function readSources(folder = app) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
    .map((file) => {
      const text = fs.readFileSync(path.join(folder, file), 'utf8')
      const imported = [...text.matchAll(IMPORT)].map(([, start, rest]) =>
        partOf(start === '~/' ? rest : path.relative(folder, path.resolve(folder, path.dirname(file), start + rest))),
      )
      return { file, part: partOf(file), lines: text.split('\n').length - 1, imports: [...new Set(imported)] }
    })
}

const partOf = (file) => file.split(path.sep)[0].replace(/(\.server)?(\.tsx?)?$/, '')

/** The rooms that exist, from the ground up, each with the rooms that it imports and the tables that it alone writes. */
export function house() {
  const sources = readSources()
  const tables = readSchema()
  const rooms = ROOMS.filter((room) => sources.some(({ part }) => part === room))
  const lines = rooms.map((room) => {
    const imported = new Set(sources.filter(({ part }) => part === room).flatMap(({ imports }) => imports))
    const standsOn = rooms.filter((other) => other !== room && imported.has(other))
    const own = tables.filter((table) => table.room === room).map(({ name }) => `\`${name}\``)
    return `| \`${room}\` | ${standsOn.join(', ') || '—'} | ${own.join(', ') || '—'} |`
  })
  return ['| room | imports | tables that it alone writes |', '| --- | --- | --- |', ...lines, ''].join('\n')
}

/** How large the house is: files, lines, median and longest of all sources, and of each part. */
export function figures(sources = readSources()) {
  const parts = [...new Set(sources.map(({ part }) => part))].sort()
  const line = (name, among) => {
    const sizes = among.map(({ lines }) => lines).sort((a, b) => a - b)
    const longest = among.reduce((one, other) => (other.lines > one.lines ? other : one))
    const sum = sizes.reduce((total, lines) => total + lines, 0)
    return `${name.padEnd(16)} ${String(sizes.length).padStart(5)} files ${String(sum).padStart(6)} lines, median ${String(sizes[sizes.length >> 1]).padStart(3)}, longest ${longest.lines} (${longest.file})`
  }
  return [
    line('all', sources),
    ...parts.map((part) =>
      line(
        part,
        sources.filter((each) => each.part === part),
      ),
    ),
  ]
}
