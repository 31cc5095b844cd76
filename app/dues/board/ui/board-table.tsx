import { shortDate } from '~/ui/format'
import { SelectField } from '~/ui/form'
import { Money } from '~/ui/money'
import { StatusBadge } from '~/ui/status-badge'
import { DataTable, FilterBar, SearchField, type Column } from '~/ui/table'
import type { BoardLine } from '../board-list.query.server'
import { BOARD_STAGES, boardAddress, type BoardFilters } from '../filters'

const CLOSED = { SETTLED: 'réglée', REMOVED: 'radiation prononcée', KEPT: 'membre maintenu', LEFT: 'membre parti' }

const columns: Column<BoardLine>[] = [
  { key: 'label', header: 'Membre', cell: ({ label }) => label },
  {
    key: 'stage',
    header: 'Où elle en est',
    cell: ({ stage, stageOn, closedAs }) => (
      <>
        {closedAs ? (
          <StatusBadge tone={closedAs === 'SETTLED' ? 'success' : 'neutral'}>{CLOSED[closedAs]}</StatusBadge>
        ) : (
          stage
        )}
        {stageOn && closedAs !== 'SETTLED' ? <span className="text-muted"> le {shortDate(stageOn)}</span> : null}
      </>
    ),
  },
  {
    key: 'owed',
    header: 'Reste dû',
    cell: ({ owedCents }) => <Money cents={owedCents} />,
    numeric: true,
  },
  {
    key: 'next',
    header: 'Étape suivante',
    cell: ({ next, held, withoutAddress, undelivered }) => (
      <>
        {next && !held ? (
          <>
            {next.name}
            {next.day ? `, ${next.since ? 'depuis le' : 'le'} ${shortDate(next.day)}` : ''}
            <span className="text-muted"> ({next.who})</span>{' '}
          </>
        ) : null}
        {held ? <StatusBadge>{held}</StatusBadge> : null}{' '}
        {withoutAddress ? <StatusBadge tone="warning">sans courriel</StatusBadge> : null}{' '}
        {undelivered ? <StatusBadge tone="refusal">non distribué</StatusBadge> : null}
      </>
    ),
  },
  {
    key: 'reference',
    header: 'Référence',
    cell: ({ reference }) => <span className="whitespace-nowrap">{reference}</span>,
  },
]

export function BoardTable({ lines }: { lines: readonly BoardLine[] }) {
  return (
    <DataTable
      caption="Cotisations, les plus avancées dans la procédure d’abord"
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/cotisations/dossiers/${id}`}
    />
  )
}

export function BoardFilterBar({ filters, years }: { filters: BoardFilters; years: readonly number[] }) {
  return (
    <FilterBar
      reset={filters.q || filters.etape || filters.envoi ? boardAddress({ annee: filters.annee }) : undefined}
      label="Chercher et filtrer les cotisations"
    >
      <SearchField defaultValue={filters.q} label="Membre ou référence" />
      <SelectField
        name="annee"
        id="annee"
        label="Année"
        defaultValue={String(filters.annee ?? '')}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        name="etape"
        id="etape"
        label="Étape"
        defaultValue={filters.etape}
        choices={[{ value: '', label: 'Non réglées' }, ...BOARD_STAGES]}
      />
      <SelectField
        name="envoi"
        id="envoi"
        label="Courriels"
        defaultValue={filters.envoi}
        choices={[
          { value: '', label: 'Tous' },
          { value: 'non-distribues', label: 'Non distribués' },
        ]}
      />
    </FilterBar>
  )
}
