import { Link } from '@remix-run/react'
import { frenchNumber } from '~/ui/format'
import { Money } from '~/ui/money'
import { boardAddress, type BoardFilters, type BoardStage } from '../filters'

type Group = { value: Exclude<BoardStage, ''>; label: string; count: number; cents: number }

/** How many stand where, with the sums; each figure leads to its members. */
export function StageFigures({
  counts,
  filters,
}: {
  counts: readonly Group[]
  filters: Pick<BoardFilters, 'annee' | 'etape'>
}) {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const shown = counts.filter(({ count, value }) => count > 0 || value === 'reglees')
  return (
    <div className="data-table">
      <table role="table">
        <caption className="sr-only">Cotisations par étape</caption>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">
              Étape
            </th>
            <th role="columnheader" scope="col" data-numeric>
              Membres
            </th>
            <th role="columnheader" scope="col" data-numeric>
              Somme
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ value, label, count, cents }) => (
            <tr key={value} role="row" aria-current={filters.etape === value || undefined}>
              <th role="rowheader" scope="row">
                <Link to={boardAddress({ annee: filters.annee, etape: value })} className="row-link">
                  {label}
                </Link>
              </th>
              {/* eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- a td of a table is no control */}
              <td role="cell" data-label="Membres" data-numeric>
                <span>{frenchNumber(count)}</span>
              </td>
              {/* eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- a td of a table is no control */}
              <td role="cell" data-label={value === 'reglees' ? 'Reçu' : 'Reste dû'} data-numeric>
                <span>
                  <Money cents={cents} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-muted">
        Sur {frenchNumber(total)} cotisations. La somme est celle qui a été reçue pour les réglées, celle qui reste due
        pour les autres.
      </p>
    </div>
  )
}
