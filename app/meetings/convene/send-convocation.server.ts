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
import { signerOf } from './signer.server'
import { writeNotices } from './write-notices.server'

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

/** Writes one sending to everybody convened: the convocation with its content, then the notice of each with its proof. */
export async function sendConvocation(tx: Tx, ctx: Context, sending: Sending): Promise<Sent> {
  const { meeting, kind, sequence, ruling, lateReason = null, note = null } = sending
  const [content, { statutes }, electors] = await Promise.all([
    meetingContent(tx, meeting),
    statutesVersion(tx, meeting.statutesId),
    electorate(tx, meeting.id, 'CONVOCATION'),
  ])
  const today = parisDate(ctx.now)
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
      sentById: ctx.actor.accountId,
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
  const written = await writeNotices(tx, {
    convocationId: convocation.id,
    kind,
    meeting,
    statutes,
    content,
    contentHash,
    sequence,
    signer,
    convened: electors.filter((elector) => elector.convened),
    late: null,
    changes: sending.changes ?? [],
    note,
    now: ctx.now,
  })
  return { convocationId: convocation.id, ...written, contentHash }
}
