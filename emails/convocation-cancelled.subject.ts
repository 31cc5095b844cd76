import type { MailedMeeting } from './convocation.subject'

export type ConvocationCancelledProps = {
  associationName: string
  name: string
  forBody: string | null
  meeting: MailedMeeting
  signer: { name: string; title: string }
  reason: string
}

export const convocationCancelledSubject = ({ meeting }: ConvocationCancelledProps): string =>
  `${meeting.short} du ${meeting.date} : réunion annulée`
