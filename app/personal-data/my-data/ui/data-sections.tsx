import { DefinitionList } from '~/ui/definition-list'
import { Section } from '~/ui/page'
import { DataTable, type Column } from '~/ui/table'
import { readable, type DataRow, type DataSection } from '../section'

/** Rows that a page on a phone may show at once. */
const SHORT = 3

/** All that is kept, part by part; the parts that hold nothing are named together at the end. */
export function DataSections({ sections, action }: { sections: DataSection[]; action: React.ReactNode }) {
  const known = sections.filter(({ rows }) => rows.length > 0)
  const empty = sections.filter(({ rows }) => rows.length === 0)
  return (
    <>
      {known.map((section) => (
        <Section key={section.key} id={section.key} title={section.title} wide={section.key !== 'identity'}>
          <p className="max-w-measure text-muted">{section.purpose}</p>
          {section.key === 'identity' ? (
            <>
              <Identity section={section} />
              {action}
            </>
          ) : section.rows.length > SHORT ? (
            <details>
              <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
                Voir les {section.rows.length} lignes
              </summary>
              <Rows section={section} />
            </details>
          ) : (
            <Rows section={section} />
          )}
        </Section>
      ))}
      {empty.length > 0 ? (
        <Section title="Rien n’est enregistré">
          <ul className="list-disc pl-5">
            {empty.map(({ key, title }) => (
              <li key={key}>{title}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

function Identity({ section: { columns, rows } }: { section: DataSection }) {
  const [row = {}] = rows
  const known = columns.flatMap(({ key, label, kind }) => {
    const value = readable(row[key], kind)
    return value ? [{ term: label, value: <span className="break-words">{value}</span> }] : []
  })
  return <DefinitionList items={known} />
}

function Rows({ section: { key, title, columns, rows } }: { section: DataSection }) {
  const shown = columns.filter((column) => rows.some((row) => readable(row[column.key], column.kind) !== ''))
  const numbered = rows.map((row, index) => ({ row, id: `${key}-${index}` }))
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={shown.map((column): Column<{ row: DataRow; id: string }> => ({
        key: column.key,
        header: column.label,
        cell: ({ row }) => readable(row[column.key], column.kind),
        numeric: column.kind === 'money',
      }))}
      rows={numbered}
      rowKey={({ id }) => id}
    />
  )
}
