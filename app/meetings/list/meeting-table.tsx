import { BODY_WORDS, STATE_WORDS } from '../meeting-words'
import { frenchDate } from '~/ui/format'
import { StatusBadge } from '~/ui/status-badge'
import { DataTable, type Column } from '~/ui/table'
import type { MeetingLine } from './meeting-list.query.server'

const columns: Column<MeetingLine>[] = [
  { key: 'date', header: 'Date', cell: ({ date, time }) => `${frenchDate(date)}, ${time}` },
  {
    key: 'title',
    header: 'Réunion',
    keyColumn: true,
    cell: ({ title, body, session }) =>
      `${BODY_WORDS[body].long === title ? title : `${BODY_WORDS[body].short}, ${title}`}${session === 2 ? ' (seconde session)' : ''}`,
  },
  { key: 'where', header: 'Lieu', cell: ({ where }) => where },
  {
    key: 'state',
    header: 'État',
    keyColumn: true,
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
