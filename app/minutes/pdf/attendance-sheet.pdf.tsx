import { Facts, PdfDocument, Subtitle, Title } from '~/platform/pdf/kit'
import type { MinutesBody } from '../body'
import { carrying } from '../wording'
import { AttendanceTable } from './attendance-table'

/** Attendance sheet: blank to be signed on paper before the session, filled afterwards. */
export function AttendanceSheetPdf({ body, blank }: { body: MinutesBody; blank: boolean }) {
  const { meeting } = body
  return (
    <PdfDocument title={`Feuille de présence, ${meeting.bodyName} du ${meeting.date}`} letterhead={body.association}>
      <Title>Feuille de présence</Title>
      <Subtitle>{`${meeting.bodyName} du ${meeting.date}${meeting.session === 2 ? ', seconde session' : ''}`}</Subtitle>
      <Facts
        facts={[
          ['Lieu', meeting.place],
          ['Convoquée pour', meeting.convenedFor],
          ['Membres ayant le droit de vote', carrying(body.electorate)],
          ...(body.quorum && !blank ? ([['Quorum', body.quorum.sentence]] as const) : []),
        ]}
      />
      <AttendanceTable attendees={body.attendees} blank={blank} byHead={body.electorate.byHead} />
    </PdfDocument>
  )
}
