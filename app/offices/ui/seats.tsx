import { capital } from '~/statutes/french'
import { Link } from '@remix-run/react'
import { frenchDate } from '~/ui/format'
import { StatusBadge } from '~/ui/status-badge'
import { DataTable, type Column } from '~/ui/table'
import type { SeatLine } from '../bureau-page.query.server'

const columns: Column<SeatLine>[] = [
  { key: 'office', header: 'Fonction', cell: ({ office }) => capital(office) },
  {
    key: 'name',
    header: 'Tenue par',
    cell: ({ name }) => <strong className="font-semibold">{name}</strong>,
  },
  { key: 'from', header: 'Depuis le', cell: ({ from }) => frenchDate(from) },
  { key: 'until', header: 'Mandat jusqu’au', cell: (seat) => <TermEnd seat={seat} /> },
  { key: 'source', header: 'Décision', cell: ({ source }) => source },
]

const ending: Column<SeatLine> = {
  key: 'end',
  header: 'Fin des fonctions',
  cell: ({ mandateId, name, mayEnd }) =>
    mayEnd ? (
      <Link to={`/bureau/mandats/${mandateId}/fin`} aria-label={`Mettre fin aux fonctions de ${name}`}>
        Mettre fin
      </Link>
    ) : null,
}

/** Who holds which office, since when, until when and by which decision. */
export function Seats({ seats }: { seats: readonly SeatLine[] }) {
  return (
    <DataTable
      caption="Les fonctions du Bureau et qui les tient"
      captionHidden
      rows={seats}
      rowKey={({ mandateId }) => mandateId}
      columns={seats.some(({ mayEnd }) => mayEnd) ? [...columns, ending] : columns}
    />
  )
}

function TermEnd({ seat }: { seat: SeatLine }) {
  return (
    <>
      {frenchDate(seat.termEnd)} {seat.overdue ? <StatusBadge tone="turn">terme passé</StatusBadge> : null}
    </>
  )
}
