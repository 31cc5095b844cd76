import type { ConvocationKind } from '~/generated/prisma/client'
import type { Temporal } from 'temporal-polyfill'
import type { ConvocationProps } from '../../../emails/convocation.subject'
import type { Tx } from '~/platform/db.server'
import { queueCircular } from '~/platform/mail/queue-circular.server'
import type { CommonProps } from './mail-props.server'
import type { Recipient } from './recipients.server'

export type PersonalProps = Pick<ConvocationProps, 'name' | 'forBody' | 'answers' | 'right' | 'proxy' | 'remote'>

export type Notices = {
  kind: ConvocationKind
  meetingId: string
  common: CommonProps
  people: Recipient[]
  personal: (person: Recipient) => PersonalProps
  calendar: { method: 'REQUEST' | 'CANCEL'; textFor: (recipient: { name: string; email: string }) => string }
  changes: string[]
  note: string | null
  now: Temporal.Instant
}

/** The mails of one sending, each with its calendar file; returns their ids in the order of `people`. */
export async function queueNotices(tx: Tx, notices: Notices): Promise<string[]> {
  const { kind, meetingId, common, people, personal, calendar, changes, note, now } = notices
  const envelope = ({ address, name, accountId }: Recipient) => ({
    to: { address, name },
    accountId,
    attachments: [
      {
        filename: 'reunion.ics',
        mime: 'text/calendar',
        method: calendar.method,
        text: calendar.textFor({ name, email: address }),
      },
    ],
  })
  const recipients = people.map((person) => ({ props: personal(person), ...envelope(person) }))
  switch (kind) {
    case 'CONVOCATION': {
      const propsOf = (own: PersonalProps) => ({ ...common, ...own })
      return queueCircular(tx, { template: 'convocation', shared: common, propsOf, recipients, meetingId }, now)
    }
    case 'CORRECTION': {
      const shared = { ...common, changes, note }
      const propsOf = (own: PersonalProps) => ({ ...shared, ...own })
      return queueCircular(tx, { template: 'convocation-correction', shared, propsOf, recipients, meetingId }, now)
    }
    case 'CANCELLATION': {
      const { associationName, meeting, signer } = common
      const shared = { associationName, meeting, signer, reason: note ?? '' }
      const propsOf = (own: Pick<PersonalProps, 'name' | 'forBody'>) => ({ ...shared, ...own })
      const named = people.map((person) => ({
        props: { name: person.name, forBody: person.forBody },
        ...envelope(person),
      }))
      return queueCircular(
        tx,
        { template: 'convocation-cancelled', shared, propsOf, recipients: named, meetingId },
        now,
      )
    }
  }
}
