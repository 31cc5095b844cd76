import type { ConvocationKind, Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { v7 } from '~/platform/uuid.server'
import type { Ruling } from '~/statutes/ruling'
import { electorate } from '../electorate.server'
import { hashOf, meetingContent } from './content.server'
import { commonProps, meetingCalendar, personalProps } from './mail-props.server'
import { queueNotices } from './queue-notices.server'
import { recipients, type Recipient } from './recipients.server'
import { signerOf } from './signer.server'

export type Sending = {
  meeting: Meeting
  kind: ConvocationKind
  sequence: number
  ruling: Ruling
  lateReason?: string | null
  note?: string | null
  changes?: string[]
}

export type Sent = { convocationId: string; mails: number; letters: number; contentHash: string }

/**
 * Writes one sending to everybody convened: the convocation with its content and proof, a personal mail with its calendar
 * file for whoever accepts mail, a letter to post for the others. A few statements whatever their number.
 */
export async function sendConvocation(tx: Tx, ctx: Context, sending: Sending): Promise<Sent> {
  const { meeting, kind, sequence, ruling, lateReason = null, note = null } = sending
  const [content, { statutes }, electors] = await Promise.all([
    meetingContent(tx, meeting),
    statutesVersion(tx, meeting.statutesId),
    electorate(tx, meeting.id, 'CONVOCATION'),
  ])
  const convened = new Map(electors.filter((elector) => elector.convened).map((elector) => [elector.id, elector]))
  const today = parisDate(ctx.now)
  const people = await recipients(tx, { memberIds: [...convened.keys()], body: meeting.body, on: today })
  const signer = signerOf(ctx)
  const contentHash = hashOf(content)
  const convocation = await tx.convocation.create({
    data: {
      id: v7(ctx.now.epochMilliseconds),
      meetingId: meeting.id,
      sequence,
      kind,
      sentAt: dateFromInstant(ctx.now),
      sentOn: dateColumn(today),
      sentBy: ctx.actor.accountId,
      signerName: signer.name,
      signerTitle: signer.title,
      content,
      contentHash,
      ruling,
      lateReason,
      note,
    },
    select: { id: true },
  })

  const personal = (person: Recipient) => {
    const right = convened.get(person.memberId)
    if (!right) throw new Error('a recipient is convened')
    return { name: person.name, forBody: person.forBody, ...personalProps(statutes, content, right, meeting.id) }
  }
  const byMail = people.filter(({ channel }) => channel === 'MAIL')
  const cancelled = kind === 'CANCELLATION'
  const mailIds = await queueNotices(tx, {
    kind,
    meetingId: meeting.id,
    common: commonProps(meeting.id, content, signer),
    people: byMail,
    personal,
    calendar: meetingCalendar({ meetingId: meeting.id, content, sequence, cancelled, now: ctx.now }),
    changes: sending.changes ?? [],
    note,
    now: ctx.now,
  })
  const mailOf = new Map(byMail.map(({ memberId }, index) => [memberId, mailIds[index] ?? null]))
  await writeNotices(
    tx,
    convocation.id,
    people.map((person) => ({
      id: v7(ctx.now.epochMilliseconds),
      memberId: person.memberId,
      channel: person.channel,
      address: person.address,
      contentHash: hashOf({ content: contentHash, to: personal(person), address: person.address }),
      mailId: mailOf.get(person.memberId) ?? null,
    })),
  )
  return { convocationId: convocation.id, mails: byMail.length, letters: people.length - byMail.length, contentHash }
}

type NoticeRow = {
  id: string
  memberId: string
  channel: string
  address: string
  contentHash: string
  mailId: string | null
}

async function writeNotices(tx: Tx, convocationId: string, rows: NoticeRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ConvocationNotice" ("id", "convocationId", "memberId", "channel", "address", "contentHash", "mailId")
    SELECT n."id", ${convocationId}::uuid, n."memberId", n."channel"::"Channel", n."address", n."contentHash", n."mailId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("id" uuid, "memberId" uuid, "channel" text, "address" text, "contentHash" text, "mailId" uuid)`
}
