import { ROOMS } from '../../test/support/rooms.mjs'
import { readSchema } from './schema.mjs'

/** docs/data-model.md: a diagram a room, in the order of the rooms. */
export function dataModel() {
  const tables = readSchema()
  const rooms = ROOMS.filter((room) => tables.some((table) => table.room === room))
  const parts = rooms.map((room) => partOf(room, tables))
  return `${HEAD}\n${parts.join('\n')}`
}

const HEAD = `# The tables, room by room

Written by \`npm run docs\` from \`prisma/schema\`; a test compares the two. A table is written by its own room alone (\`test/table-owners.test.ts\`);
any room above may read it. Records that the law looks at later are appended, never edited: triggers of the database refuse it
(\`prisma/migrations/20261121225300_guards\`). Sums are integer cents, civil dates are \`date\`, moments are \`timestamptz(3)\`.

In the diagrams, PK is the primary key, UK a unique column, FK a column that refers to another table; a table of another room shows its name alone.
`

function partOf(room, tables) {
  const own = tables.filter((table) => table.room === room)
  const relations = own.flatMap((table) => relationsOf(table, tables))
  const said = own.filter((table) => table.said).map((table) => `- **${table.name}**: ${table.said}`)
  return [
    `## ${room}\n`,
    ...(said.length > 0 ? [...said, ''] : []),
    '```mermaid',
    'erDiagram',
    ...relations,
    ...own.flatMap(entity),
    '```\n',
  ].join('\n')
}

function entity({ name, fields }) {
  const references = new Set(fields.flatMap(({ holds = [] }) => holds))
  const columns = fields
    .filter(({ holds }) => holds === undefined)
    .map((field) => {
      const keys = [field.key, references.has(field.name) ? 'FK' : ''].filter(Boolean).join(', ')
      const type = `${field.type}${field.sign === '[]' ? '[]' : ''}`
      return `    ${[type, field.name, keys, field.sign === '?' ? '"may be empty"' : ''].filter(Boolean).join(' ')}`
    })
  return [`  ${name} {`, ...columns, '  }']
}

/** One line for each reference that this table holds: many of it, or one where the columns are unique, to one of the other. */
function relationsOf(table, tables) {
  return table.fields
    .filter(({ holds }) => holds?.length > 0)
    .map(({ name, type, sign, holds }) => {
      const other = tables.find((each) => each.name === type)
      const unique = holds.length === 1 && table.fields.some((field) => field.name === holds[0] && field.key)
      const theirs = sign === '?' ? '|o' : '||'
      return `  ${other.name} ${theirs}--${unique ? 'o|' : 'o{'} ${table.name} : "${name}"`
    })
}
