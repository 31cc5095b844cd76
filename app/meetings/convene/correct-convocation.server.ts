import type { Meeting } from '~/generated/prisma/client'
import { may } from '~/platform/permissions'
import type { Context } from '~/platform/context'
import { transact, type Db, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { forbidden, Refusal } from '~/platform/refusal'
import { lawful, reason, type Ruling } from '~/statutes/ruling'
import { noticeRule } from '~/statutes/notice'
import { insertIncident } from '../incidents.server'
import { lockMeeting } from '../lock.server'
import { asksForNotice, changesBetween, onlyTakesOff, type Untold } from './changes'
import { contentSchema, meetingContent, type MeetingContent } from './content.server'
import { noticeRuling, overriding, recordLate } from './convene-meeting.server'
import { sendConvocation, type Sent } from './send-convocation.server'

/** What was last sent to the members, or null before the convocation. */
export async function lastSent(tx: Db | Tx, meetingId: string): Promise<MeetingContent | null> {
  const sent = await tx.convocation.findFirst({
    where: { meetingId },
    orderBy: { sequence: 'desc' },
    select: { content: true },
  })
  return sent && contentSchema.parse(sent.content)
}

/** What changed since the last sending and was told to nobody yet; nothing of a meeting that is not convened. */
export async function pendingChanges(tx: Db | Tx, meeting: Meeting): Promise<Untold> {
  const sent = meeting.state === 'CONVENED' ? await lastSent(tx, meeting.id) : null
  if (!sent) return { changes: [], onlyTakesOff: false }
  const now = await meetingContent(tx, meeting)
  return { changes: changesBetween(sent, now), onlyTakesOff: onlyTakesOff(sent, now) }
}

export type CorrectionInput = { meetingId: string; note?: string | null; lateReason?: string | null }

/**
 * Sends to everybody convened what changed since the last sending, the calendar's SEQUENCE raised by one. A new day asks for
 * the whole notice again (13.2-a, 13.3-a, 8.3-a): late, the same refusal and the same way on as the convocation. A new text
 * told late is sent all the same, and kept as late: it informs, and cannot be voted. Nothing to tell: nothing is sent.
 */
export async function correctConvocation(ctx: Context, input: CorrectionInput): Promise<Sent | null> {
  if (!may(ctx.actor, 'meetings.convene')) throw forbidden()
  return transact(ctx.db, (tx) => correctWithin(tx, ctx, input))
}

/** The same inside the transaction that changes the meeting. */
export async function correctWithin(tx: Tx, ctx: Context, input: CorrectionInput): Promise<Sent | null> {
  const meeting = await lockMeeting(tx, input.meetingId)
  const judged = await judgeCorrection(tx, ctx, meeting, input)
  if (!judged) return null
  const { changes, note, ruling, lateReason } = judged
  const sequence = meeting.sequence + 1
  await tx.meeting.update({ where: { id: meeting.id }, data: { sequence }, select: { id: true } })
  const result = await sendConvocation(tx, ctx, {
    meeting,
    kind: 'CORRECTION',
    sequence,
    ruling,
    lateReason,
    note,
    changes,
  })
  if (lateReason) await recordLate(tx, ctx, meeting, ruling, lateReason)
  else if (ruling.outcome !== 'lawful') await recordLateTexts(tx, ctx, meeting, ruling)
  await journal(tx, ctx, {
    act: 'meeting.corrected',
    subject: 'Meeting',
    subjectId: meeting.id,
    ruling,
    details: { sequence, mails: result.mails, letters: result.letters, contentHash: result.contentHash },
  })
  return result
}

/** What a correction would tell now, and under which ruling; null when there is nothing to tell. */
export async function judgeCorrection(tx: Tx, ctx: Context, meeting: Meeting, input: CorrectionInput) {
  if (meeting.state !== 'CONVENED') throw new Refusal('Seule une réunion convoquée et non encore ouverte se corrige.')
  const sent = await lastSent(tx, meeting.id)
  if (!sent) throw new Error('a convened meeting was convened')
  const now = await meetingContent(tx, meeting)
  const changes = changesBetween(sent, now)
  if (changes.length === 0) return null
  const ruling = asksForNotice(sent, now) ? await noticeRuling(tx, ctx, meeting) : samePlaceOnly(meeting)
  const sameDay = sent.meeting.date === now.meeting.date
  const lateReason = sameDay ? null : overriding(ctx, ruling, input.lateReason)
  return { changes, note: input.note?.trim() || null, ruling, lateReason }
}

/** What was told late, kept for the minutes: it could be discussed, not voted. */
async function recordLateTexts(tx: Tx, ctx: Context, meeting: Meeting, ruling: Ruling): Promise<void> {
  const late = ruling.reasons[0]?.sentence ?? ''
  const text = `Correction envoyée hors délai : ce qu’elle ajoute au vote peut être discuté, non voté. ${late}`
  const rule = noticeRule(meeting.body, meeting.session === 2 ? 2 : 1)
  await insertIncident(tx, ctx, { meetingId: meeting.id, kind: 'not-told', text, rule })
}

/** A place or a link alone changes nothing of what the notice protects. */
function samePlaceOnly(meeting: Meeting): Ruling {
  const sentence = 'Ni la date ni l’ordre du jour ne changent : le préavis de la convocation reste acquis.'
  return lawful(reason(noticeRule(meeting.body, meeting.session === 2 ? 2 : 1), sentence))
}
