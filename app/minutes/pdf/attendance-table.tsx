import { byName } from '~/statutes/french'
import { Path, Svg } from '@react-pdf/renderer'
import { isDrawn } from '~/meetings/session/signature'
import { Table } from '~/platform/pdf/kit'
import type { MinutesAttendee } from '../body'

const STATUS: Record<MinutesAttendee['status'], string> = {
  present: 'présent',
  video: 'présent par visioconférence',
  represented: 'représenté',
  online: 'a voté à distance',
  absent: 'absent',
}

type Props = { attendees: MinutesAttendee[]; blank?: boolean; byHead?: boolean }

/** Who came, who was represented by whom, hours and drawn signatures: the sheet that proves the quorum. */
export function AttendanceTable({ attendees, blank = false, byHead = false }: Props) {
  return (
    <Table
      columns={[
        { header: 'Membre', flex: 4 },
        { header: 'Catégorie', flex: 2.4 },
        { header: byHead ? 'Vote' : 'Voix', flex: 0.8 },
        { header: 'Présence', flex: 3.4 },
        { header: 'Signature', flex: 2.6 },
      ]}
      rows={attendees.map((attendee) => [
        attendee.representative ? `${attendee.label}\n${attendee.representative}` : attendee.label,
        attendee.category,
        attendee.mayVote ? (byHead ? 'oui' : String(attendee.voices)) : '—',
        blank
          ? ''
          : [STATUS[attendee.status], attendee.holder ? byName(attendee.holder) : attendee.hours]
              .filter(Boolean)
              .join('\n'),
        attendee.signature && isDrawn(attendee.signature) ? (
          <Signature key="signature" path={attendee.signature} />
        ) : (
          (attendee.signature ?? '')
        ),
      ])}
    />
  )
}

/** SVG path data drawn in a 600 × 200 box. */
function Signature({ path }: { path: string }) {
  return (
    <Svg viewBox="0 0 600 200" style={{ width: 84, height: 28 }}>
      <Path d={path} stroke="#1d2326" strokeWidth={6} fill="none" />
    </Svg>
  )
}
