import { DataTable, type Column } from '~/ui/table'
import type { MemberLine } from '../list/member-list.query.server'
import { MemberStateBadge } from './member-state-badge'

type Props = { lines: readonly MemberLine[]; categoryLabels: ReadonlyMap<string, string> }

/** One page of the list; on a phone, the name, the category and the state. */
export function MemberTable({ lines, categoryLabels }: Props) {
  const columns: Column<MemberLine>[] = [
    { key: 'name', header: 'Nom', cell: ({ label }) => label, keyColumn: true },
    {
      key: 'category',
      header: 'Catégorie',
      cell: ({ category }) => categoryLabels.get(category) ?? category,
      keyColumn: true,
    },
    {
      key: 'profession',
      header: 'Profession',
      cell: ({ profession, kind }) => profession ?? (kind === 'BODY' ? 'structure' : ''),
    },
    { key: 'town', header: 'Commune', cell: ({ town }) => town ?? '' },
    { key: 'consent', header: 'Convocation', cell: ({ consent }) => (consent ? 'courriel' : 'lettre') },
    { key: 'state', header: 'État', cell: ({ state }) => <MemberStateBadge state={state} />, keyColumn: true },
    { key: 'number', header: 'Nº', cell: ({ number }) => number, numeric: true },
  ]
  return (
    <DataTable
      caption="Membres"
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/membres/${id}`}
    />
  )
}
