import type { Temporal } from 'temporal-polyfill'
import type { ConvocationKind, Meeting } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Tx } from '~/platform/db.server'
import { v7 } from '~/platform/uuid.server'
import { plainDate } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import type { Elector } from '../electorate.server'
import { hashOf, type MeetingContent } from './content.server'
import { commonProps, meetingCalendar, personalProps } from './mail-props.server'
import { queueNotices } from './queue-notices.server'
import { recipients, type Recipient } from './recipients.server'

export type NoticesToWrite = {
  convocationId: string
  kind: ConvocationKind
  meeting: Meeting
  statutes: Statutes
  content: MeetingContent
  contentHash: string
  sequence: number
  signer: { name: string; title: string }
  convened: Elector[]
  /** for whoever became a member after the others were convened, on `sentOn` */
  late: { sentOn: string; joinedOn: string } | null
  changes: string[]
  note: string | null
  now: Temporal.Instant
}

/**
 * The proof of a sending, person by person: a personal mail with its calendar file for whoever accepts mail, a letter to post for
 * the others. A few statements whatever their number.
 */
export async function writeNotices(tx: Tx, sending: NoticesToWrite): Promise<{ mails: number; letters: number }> {
  const { meeting, kind, statutes, content, contentHash, sequence, signer, late, changes, note, now } = sending
  const rights = new Map(sending.convened.map((elector) => [elector.id, elector]))
  const asked = { memberIds: [...rights.keys()], body: meeting.body, on: parisDate(now) }
  const people = await recipients(tx, asked)
  const personal = (person: Recipient) => {
    const right = rights.get(person.memberId)
    if (!right) throw new Error('a recipient is convened')
    return { name: person.name, forBody: person.forBody, ...personalProps(statutes, content, right, meeting.id) }
  }
  const byMail = people.filter(({ channel }) => channel === 'MAIL')
  const mailIds = await queueNotices(tx, {
    kind,
    meetingId: meeting.id,
    common: { ...commonProps(meeting.id, content, signer), ...(late && { lateOf: plainDate(late.sentOn) }) },
    people: byMail,
    personal,
    calendar: meetingCalendar({ meetingId: meeting.id, content, sequence, cancelled: kind === 'CANCELLATION', now }),
    changes,
    note,
    now,
  })
  const mailOf = new Map(byMail.map(({ memberId }, index) => [memberId, mailIds[index] ?? null]))
  const rows = people.map((person) => ({
    id: v7(now.epochMilliseconds),
    memberId: person.memberId,
    channel: person.channel,
    address: person.address,
    contentHash: hashOf({ content: contentHash, to: personal(person), address: person.address }),
    mailId: mailOf.get(person.memberId) ?? null,
    joinedOn: late?.joinedOn ?? null,
  }))
  await tx.$executeRaw`
    INSERT INTO "ConvocationNotice" ("id", "convocationId", "memberId", "channel", "address", "contentHash", "mailId", "joinedOn")
    SELECT n."id", ${sending.convocationId}::uuid, n."memberId", n."channel"::"Channel", n."address", n."contentHash", n."mailId", n."joinedOn"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("id" uuid, "memberId" uuid, "channel" text, "address" text, "contentHash" text, "mailId" uuid, "joinedOn" date)`
  return { mails: byMail.length, letters: people.length - byMail.length }
}
