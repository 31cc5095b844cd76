import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
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

/** Sticky head, row as a link; where there is no room each row is a card that keeps every column, its name before its value. */
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
                  <th key={column.key} role="rowheader" scope="row">
                    <RowName to={rowHref?.(row)}>{column.cell(row)}</RowName>
                  </th>
                ) : (
                  <Cell key={column.key} column={column}>
                    {column.cell(row)}
                  </Cell>
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

function RowName({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (!to) return children
  return (
    <Link to={to} className="row-link">
      {children}
    </Link>
  )
}

type CellProps = { column: Pick<Column<never>, 'header' | 'numeric'>; children: ReactNode }

function Cell({ column, children }: CellProps) {
  return (
    // The role outlives the cards of narrow screens, whose `display` would take the cell's own away in some browsers.
    // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- a td of a table is no control
    <td role="cell" data-label={column.header} data-numeric={column.numeric || undefined}>
      <span>{children}</span>
    </td>
  )
}

export { Count, FilterBar, Pagination, SearchField } from './list-tools'
