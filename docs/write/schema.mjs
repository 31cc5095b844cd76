import fs from 'node:fs'
import path from 'node:path'

const FOLDER = path.resolve(import.meta.dirname, '../../prisma/schema')

/** A line of a model: name, type, « [] » or « ? », attributes. */
const FIELD = /^ {2}(\w+)\s+(\w+)(\[\]|\?)?(.*)$/

/**
 * The tables as the schema declares them, in its order. `room` is the file that declares a table. A field that is a relation
 * names the columns that hold it (`holds`, empty on the other side); any other is a column, with the type that PostgreSQL gives it
 * where the schema says it.
 */
export function readSchema() {
  const files = fs.readdirSync(FOLDER).filter((file) => file !== 'schema.prisma')
  const blocks = files
    .sort()
    .flatMap((file) =>
      [
        ...fs.readFileSync(path.join(FOLDER, file), 'utf8').matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([^]*?)^\}/gm),
      ].map(([, said, name, body]) => ({ room: path.basename(file, '.prisma'), name, said: saying(said), body })),
    )
  const names = new Set(blocks.map(({ name }) => name))
  return blocks.map(({ body, ...table }) => ({ ...table, fields: fieldsOf(body, names) }))
}

const saying = (said) =>
  said
    .split('\n')
    .map((line) => line.replace(/^\/\/\/ ?/, ''))
    .join(' ')
    .trim()

function fieldsOf(body, tables) {
  const lines = body.split('\n')
  const listed = (attribute) =>
    lines.flatMap((line) => new RegExp(`^ {2}@@${attribute}\\(\\[([^\\]]+)\\]`).exec(line)?.[1].split(/,\s*/) ?? [])
  const primary = new Set(listed('id'))
  return lines.flatMap((line) => {
    const [, name, type, sign = '', attributes] = FIELD.exec(line) ?? []
    if (name === undefined) return []
    if (tables.has(type)) return [{ name, type, sign, holds: heldBy(attributes) }]
    const key = /@id\b/.test(attributes) || primary.has(name) ? 'PK' : /@unique\b/.test(attributes) ? 'UK' : ''
    return [{ name, type: (/@db\.(\w+)/.exec(attributes)?.[1] ?? type).toLowerCase(), sign, key }]
  })
}

const heldBy = (attributes) => /fields: \[([^\]]+)\]/.exec(attributes)?.[1].split(/,\s*/) ?? []
