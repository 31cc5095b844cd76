import { DataTable, type Column } from '~/ui/table'
import type { MemberLine } from '../list/member-list.query.server'
import { MemberStateBadge } from './member-state-badge'

type Props = { lines: readonly MemberLine[]; categoryLabels: ReadonlyMap<string, string> }

/** One page of the list; on a phone, the name and the category, with the state when there is something to say of it. */
export function MemberTable({ lines, categoryLabels }: Props) {
  const columns: Column<MemberLine>[] = [
    { key: 'name', header: 'Nom', cell: ({ sortName }) => sortName },
    {
      key: 'category',
      header: 'Catégorie',
      cell: ({ category, state }) => (
        <>
          {categoryLabels.get(category) ?? category} {state === 'member' ? null : <MemberStateBadge state={state} />}
        </>
      ),
    },
    {
      key: 'profession',
      header: 'Profession',
      cell: ({ profession, kind }) => profession ?? (kind === 'BODY' ? 'structure' : ''),
    },
    { key: 'town', header: 'Commune', cell: ({ town }) => town ?? '' },
    { key: 'consent', header: 'Convocation', cell: ({ consent }) => (consent ? 'courriel' : 'lettre') },
    { key: 'number', header: 'N°', cell: ({ number }) => number, numeric: true },
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
