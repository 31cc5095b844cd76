import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Kept on a phone, where the table becomes cards. The first column always is. */
  keyColumn?: boolean
  /** Figures, set to the right. */
  numeric?: boolean
}

type DataTableProps<Row> = {
  caption: ReactNode
  /** The caption is read aloud but not shown: the title above says the same. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Where a press anywhere on the row leads; the first cell is the link. */
  rowHref?: (row: Row) => string
  foot?: ReactNode
}

/** Sticky head, row as a link, cards where there is no room. */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  rowHref,
  foot,
}: DataTableProps<Row>) {
  return (
    <div className="data-table">
      <table role="table">
        <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" data-numeric={column.numeric || undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} role="rowheader" scope="row" data-key>
                    {rowHref ? (
                      <Link to={rowHref(row)} className="row-link">
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    role="cell"
                    data-label={column.header}
                    data-key={keyMark(columns, column)}
                    data-numeric={column.numeric || undefined}
                  >
                    <span>{column.cell(row)}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  )
}

/** When no column is marked as key, all stay. */
function keyMark<Row>(columns: readonly Column<Row>[], column: Column<Row>): true | undefined {
  return column.keyColumn || !columns.some((each) => each.keyColumn) || undefined
}

export { Count, FilterBar, Pagination, SearchField } from './list-tools'
