import { STATE_WORDS } from '../meeting-words'
import { frenchDate } from '~/ui/format'
import { StatusBadge } from '~/ui/status-badge'
import { DataTable, type Column } from '~/ui/table'
import type { MeetingLine } from './meeting-list.query.server'

const columns: Column<MeetingLine>[] = [
  {
    key: 'title',
    header: 'Réunion',
    cell: ({ title, session }) => `${title}${session === 2 ? ', seconde session' : ''}`,
  },
  {
    key: 'date',
    header: 'Date',
    cell: ({ date, time }) => `${frenchDate(date, { weekday: true })} à ${time}`,
  },
  { key: 'where', header: 'Lieu', cell: ({ where }) => where },
  {
    key: 'state',
    header: 'État',
    cell: ({ state }) => <StatusBadge tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StatusBadge>,
  },
]

/** Meetings, one a line, each line a link to its page. */
export function MeetingTable({ caption, lines }: { caption: string; lines: readonly MeetingLine[] }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/assemblees/${id}`}
    />
  )
}
