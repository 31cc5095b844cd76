import { Link } from '@remix-run/react'
import { frenchDate } from '~/ui/format'
import { StatusBadge } from '~/ui/status-badge'
import { DataTable } from '~/ui/table'
import type { SeatLine } from '../bureau-page.query.server'
import { capital } from '../office-labels'

/** The offices of the statutes and who holds them. */
export function Seats({ seats, mayEnd }: { seats: readonly SeatLine[]; mayEnd: boolean }) {
  return (
    <DataTable
      caption="Les fonctions du Bureau et qui les tient"
      captionHidden
      rows={seats}
      rowKey={(seat) => seat.key}
      columns={[
        { key: 'office', header: 'Fonction', cell: (seat) => capital(seat.office) },
        {
          key: 'holder',
          header: 'Tenue par',
          keyColumn: true,
          cell: (seat) =>
            seat.holder ? <strong className="font-semibold">{seat.holder.name}</strong> : <Vacant seat={seat} />,
        },
        {
          key: 'from',
          header: 'Depuis le',
          keyColumn: true,
          cell: (seat) => (seat.holder ? frenchDate(seat.holder.from) : '–'),
        },
        { key: 'until', header: 'Mandat jusqu’au', keyColumn: true, cell: (seat) => <TermEnd seat={seat} /> },
        { key: 'source', header: 'Décision', cell: (seat) => seat.holder?.source ?? '–' },
        ...(mayEnd
          ? [
              {
                key: 'end',
                header: 'Fin des fonctions',
                keyColumn: true,
                cell: (seat: SeatLine) =>
                  seat.holder ? (
                    <Link
                      to={`/bureau/mandats/${seat.holder.mandateId}/fin`}
                      aria-label={`Mettre fin aux fonctions de ${seat.holder.name}`}
                    >
                      Mettre fin
                    </Link>
                  ) : (
                    '–'
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Vacant({ seat }: { seat: SeatLine }) {
  return seat.required ? (
    <StatusBadge tone="warning">vacante</StatusBadge>
  ) : (
    <span className="text-muted">non pourvue</span>
  )
}

function TermEnd({ seat }: { seat: SeatLine }) {
  if (!seat.holder) return <>–</>
  return (
    <>
      {frenchDate(seat.holder.termEnd)}{' '}
      {seat.holder.overdue ? <StatusBadge tone="turn">terme passé</StatusBadge> : null}
    </>
  )
}
