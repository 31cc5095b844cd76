import type { Prisma } from '~/generated/prisma/client'
import { may } from '~/platform/permissions'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { mailServerIsSet } from '~/platform/mail/mail-server.server'
import { forbidden, notFound, Refusal } from '~/platform/refusal'
import { recipientPostal } from './recipients.server'

export type ByLetter = { meetingId: string; noticeId: string | 'all' }

const SELECT = {
  id: true,
  channel: true,
  memberId: true,
  postedOn: true,
  mail: { select: { state: true, attempts: true } },
  member: { select: { convocationConsentOn: true } },
  convocation: { select: { meeting: { select: { state: true, body: true } } } },
} satisfies Prisma.ConvocationNoticeSelect
type Notice = Prisma.ConvocationNoticeGetPayload<{ select: typeof SELECT }>

/** A mail not known to have reached its server: refused, without answer, returned, put off, or with no server to leave by. */
function hasNotLeft({ mail }: Notice): boolean {
  if (!mail || mail.state === 'BOUNCED' || mail.state === 'REFUSED') return true
  return mail.state === 'QUEUED' && (mail.attempts > 0 || !mailServerIsSet())
}

/** See `agreementWithdrawn`: who was told by mail and agrees to it no more is told by letter. */
function agreesNoMore({ channel, member, convocation: { meeting } }: Notice): boolean {
  const asks = meeting.state === 'CONVENED' && meeting.body !== 'bureau'
  return channel === 'MAIL' && asks && member.convocationConsentOn === null
}

/**
 * A convocation whose mail did not leave or came back, or whose recipient has withdrawn his agreement to mails, is to be posted
 * instead; the mail stays as proof of the first try. A letter not posted takes the address known today. `all`: every one that
 * can. Refused for a mail that may still leave by itself, and where no postal address is known. Returns how many letters are
 * now to be posted.
 */
export async function resendByLetter(ctx: Context, { meetingId, noticeId }: ByLetter): Promise<number> {
  if (!may(ctx.actor, 'meetings.convene') && !may(ctx.actor, 'meetings.prepare')) throw forbidden()
  return transact(ctx.db, async (tx) => {
    const chosen = noticeId === 'all' ? {} : { id: noticeId }
    const found = await tx.convocationNotice.findMany({
      where: { ...chosen, postedOn: null, convocation: { meetingId } },
      select: SELECT,
    })
    if (found.length === 0) return alreadyPosted(tx, { meetingId, noticeId })
    const notices = found.filter((notice) => hasNotLeft(notice) || agreesNoMore(notice))
    if (notices.length === 0)
      throw new Refusal('Ce courriel n’est pas revenu : il n’y a pas lieu d’envoyer une lettre.')
    const postal = await recipientPostal(tx, [...new Set(notices.map((each) => each.memberId))], parisDate(ctx.now))
    const ready = notices.flatMap(({ id, memberId }) => {
      const address = postal.get(memberId)
      return address ? [{ id, address }] : []
    })
    if (ready.length === 0)
      throw new Refusal('Aucune adresse postale n’est connue pour ce membre : complétez sa fiche d’abord.')
    await tx.$executeRaw`
      UPDATE "ConvocationNotice" n SET "channel" = 'LETTER', "address" = r."address"
        FROM jsonb_to_recordset(${JSON.stringify(ready)}::jsonb) AS r("id" uuid, "address" text) WHERE n."id" = r."id"`
    await journal(tx, ctx, {
      act: 'convocation.by-letter',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { count: ready.length, noticeId },
    })
    return ready.length
  })
}

/** Pressed again, nothing is left to do; a notice of nobody is unknown. */
async function alreadyPosted(tx: Tx, { meetingId, noticeId }: ByLetter): Promise<number> {
  if (noticeId === 'all') return 0
  const known = await tx.convocationNotice.count({ where: { id: noticeId, convocation: { meetingId } } })
  if (known === 0) throw notFound()
  return 0
}
