import { DateField, SelectField } from '~/ui/form'
import { shortDate } from '~/ui/format'
import { Money } from '~/ui/money'
import { DataTable, FilterBar, SearchField, type Column } from '~/ui/table'
import { hasFilters, METHOD_CHOICES, STATE_CHOICES, type PaymentFilters } from '../filters'
import { METHOD_WORDS } from '../method-words'
import type { PaymentLine } from '../payment-list.query.server'
import { PaymentStateBadge } from './payment-state'

export function PaymentFilterBar({ filters }: { filters: PaymentFilters }) {
  return (
    <FilterBar
      reset={hasFilters(filters) ? '/cotisations/paiements' : undefined}
      label="Chercher et filtrer les paiements"
    >
      <SearchField defaultValue={filters.q} label="Payeur, membre, référence ou chèque" />
      <SelectField
        name="mode"
        id="mode"
        label="Mode"
        defaultValue={filters.mode}
        empty="Tous"
        choices={METHOD_CHOICES}
      />
      <SelectField
        name="etat"
        id="etat"
        label="État"
        defaultValue={filters.etat}
        empty="Tous, sauf abandonnés"
        choices={STATE_CHOICES}
      />
      <DateField name="du" id="du" label="Du" defaultValue={filters.du} />
      <DateField name="au" id="au" label="Au" defaultValue={filters.au} />
    </FilterBar>
  )
}

type Line = Omit<PaymentLine, 'createdAt'>

const leftOf = (line: Line) =>
  Math.max(0, line.receivedCents - line.refundedCents - line.contestedCents) - line.allocatedCents

const columns: Column<Line>[] = [
  { key: 'payer', header: 'Payeur', cell: ({ payerName }) => payerName },
  { key: 'on', header: 'Date', cell: ({ on }) => shortDate(on) },
  { key: 'method', header: 'Mode', cell: ({ method }) => METHOD_WORDS[method] },
  {
    key: 'for',
    header: 'Cotisations',
    cell: ({ dues }) => {
      const [first] = dues
      if (first === undefined) return '—'
      return dues.length === 1 ? first : `${first} et ${dues.length - 1} autre${dues.length > 2 ? 's' : ''}`
    },
  },
  {
    key: 'amount',
    header: 'Somme',
    cell: (line) => <Money cents={line.receivedCents || line.expectedCents} />,
    numeric: true,
  },
  {
    key: 'state',
    header: 'État',
    cell: (line) => (
      <span className="inline-flex flex-wrap gap-x-2">
        <PaymentStateBadge state={line.state} />
        {leftOf(line) > 0 ? (
          <span>
            reste <Money cents={leftOf(line)} />
          </span>
        ) : null}
      </span>
    ),
  },
]

export const PaymentTable = ({ lines }: { lines: readonly Line[] }) => (
  <DataTable
    caption="Paiements, les derniers d’abord"
    captionHidden
    columns={columns}
    rows={lines}
    rowKey={({ id }) => id}
    rowHref={({ id }) => `/cotisations/paiements/${id}`}
  />
)
