import { plural, shortDate } from '~/ui/format'
import { Money } from '~/ui/money'
import { DataTable } from '~/ui/table'
import type { StatementPreview } from '../statement-preview.query.server'

/** The operations as they are read: day, label, sum with its direction. */
export function StatementOperations({ operations, counts }: Pick<StatementPreview, 'operations' | 'counts'>) {
  if (operations.length === 0) return null
  return (
    <>
      <DataTable
        caption={plural(counts.read, 'opération lue', 'opérations lues')}
        columns={[
          { key: 'label', header: 'Libellé', cell: ({ label }) => <span className="wrap-anywhere">{label}</span> },
          { key: 'on', header: 'Date', cell: ({ on }) => shortDate(on) },
          { key: 'way', header: 'Sens', cell: ({ cents }) => (cents > 0 ? 'reçu' : 'sorti') },
          { key: 'sum', header: 'Somme', cell: ({ cents }) => <Money cents={cents} />, numeric: true },
        ]}
        rows={operations.map((each, index) => ({ ...each, key: String(index) }))}
        rowKey={({ key }) => key}
      />
      {counts.read > operations.length ? <p>Les {operations.length} premières sont montrées.</p> : null}
    </>
  )
}
