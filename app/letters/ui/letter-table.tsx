import { SelectField } from '~/ui/form'
import { StatusBadge } from '~/ui/notice'
import { shortDate } from '~/ui/format'
import { DataTable, FilterBar, SearchField, type Column } from '~/ui/table'
import type { LetterFilters } from '../letter-filters'
import type { LetterLine } from '../letter-list.query.server'

/** Where a letter has come to, in a word. */
export function LetterState({ line }: { line: Omit<LetterLine, 'label' | 'kind' | 'explained'> }) {
  if (line.receivedOn) return <StatusBadge tone="success">remise le {shortDate(line.receivedOn)}</StatusBadge>
  if (line.returnedOn) return <StatusBadge>retournée, {line.returnReason}</StatusBadge>
  if (line.presentedOn) return <StatusBadge>présentée le {shortDate(line.presentedOn)}</StatusBadge>
  if (line.depositedOn) return <StatusBadge tone="turn">présentation à saisir</StatusBadge>
  return <StatusBadge tone="turn">à poster</StatusBadge>
}

const columns: Column<LetterLine>[] = [
  { key: 'label', header: 'Membre', cell: ({ label }) => label },
  { key: 'kind', header: 'Lettre', cell: ({ kind }) => kind },
  { key: 'state', header: 'Où elle en est', cell: (line) => <LetterState line={line} /> },
  { key: 'deposit', header: 'Déposée le', cell: ({ depositedOn }) => (depositedOn ? shortDate(depositedOn) : '') },
  { key: 'number', header: 'N° de recommandé', cell: ({ postalNumber }) => postalNumber ?? '' },
  { key: 'answer', header: 'Réponse', cell: ({ explained }) => (explained ? 'reçue' : '') },
]

export function LetterTable({ lines }: { lines: readonly LetterLine[] }) {
  return (
    <DataTable
      caption="Lettres recommandées"
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/courriers/${id}`}
    />
  )
}

type Counts = { toPost: number; underWay: number; over: number }

/** The three heaps of letters and their counts; search by name or by number. */
export function LetterFilterBar({ filters, counts }: { filters: LetterFilters; counts: Counts }) {
  return (
    <FilterBar reset={filters.q ? '/courriers' : undefined} label="Chercher une lettre">
      <SearchField defaultValue={filters.q} label="Membre ou numéro de recommandé" />
      <SelectField
        name="etat"
        id="etat"
        label="État"
        defaultValue={filters.etat}
        choices={[
          { value: 'a-poster', label: `À poster (${counts.toPost})` },
          { value: 'en-cours', label: `En cours (${counts.underWay})` },
          { value: 'terminees', label: `Remises ou retournées (${counts.over})` },
        ]}
      />
    </FilterBar>
  )
}
