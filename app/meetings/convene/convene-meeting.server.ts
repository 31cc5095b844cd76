import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { may } from '~/platform/permissions'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateFromInstant, isoDate } from '~/platform/dates'
import { transact, type Db, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { demandLawful, forbidden, Refusal } from '~/platform/refusal'
import { judgeNotice, noticeRule } from '~/statutes/notice'
import type { Reason, Ruling } from '~/statutes/ruling'
import { frenchDate } from '~/ui/format'
import { freezeElectorate } from '../electorate.server'
import { insertIncident } from '../incidents.server'
import { lockMeeting } from '../lock.server'
import { demandAnnual } from '../prepare/annual.server'
import { demandEffects } from '../prepare/effect-ruling.server'
import { followListings } from '../removals/follow-listings.server'
import { isPresident } from './signer.server'
import { sendConvocation, type Sent } from './send-convocation.server'

export type Convened = Pick<Sent, 'convocationId' | 'mails' | 'letters'> & { already: boolean }

/**
 * Convenes a meeting (13.2-a, 13.3-a, 8.3-a, 13.2-e): freezes the electorate, then one personal mail or letter to each member
 * convened, with its proof. Refused to whoever does not hold the power; refused when late, with the article, unless the President
 * himself goes on and says why: the risk is then recorded as an incident. Pressed twice, it answers with the first sending.
 */
export async function conveneMeeting(
  ctx: Context,
  input: { meetingId: string; lateReason?: string | null },
): Promise<Convened> {
  if (!may(ctx.actor, 'meetings.convene')) throw forbidden()
  return transact(ctx.db, (tx) => conveneWithin(tx, ctx, input))
}

/** The same inside a transaction already begun: a second session is made and convened in one act. */
export async function conveneWithin(
  tx: Tx,
  ctx: Context,
  input: { meetingId: string; lateReason?: string | null },
): Promise<Convened> {
  const meeting = await lockMeeting(tx, input.meetingId)
  if (meeting.state === 'CONVENED') return firstSending(tx, meeting.id)
  if (meeting.state !== 'DRAFT')
    throw new Refusal('Cette réunion n’est plus en préparation : elle ne peut pas être convoquée.')
  const { ruling, lateReason } = await judgeConvocation(tx, ctx, meeting, input.lateReason)
  await freezeElectorate(tx, { meetingId: meeting.id, stage: 'CONVOCATION', now: ctx.now })
  const sent = await sendConvocation(tx, ctx, {
    meeting,
    kind: 'CONVOCATION',
    sequence: meeting.sequence,
    ruling,
    lateReason,
  })
  if (lateReason) await recordLate(tx, ctx, meeting, ruling, lateReason)
  await tx.meeting.update({
    where: { id: meeting.id },
    data: { state: 'CONVENED', convenedAt: dateFromInstant(ctx.now) },
    select: { id: true },
  })
  await followListings(tx, ctx)
  await journal(tx, ctx, {
    act: 'meeting.convened',
    subject: 'Meeting',
    subjectId: meeting.id,
    ruling,
    details: { mails: sent.mails, letters: sent.letters, contentHash: sent.contentHash, late: lateReason !== null },
  })
  return { ...sent, already: false }
}

/** May this meeting be convened now, and under which ruling? */
export async function judgeConvocation(tx: Tx, ctx: Context, meeting: Meeting, reason: string | null | undefined) {
  await demandReady(tx, ctx, meeting)
  const ruling = await noticeRuling(tx, ctx, meeting)
  return { ruling, lateReason: overriding(ctx, ruling, reason) }
}

async function firstSending(tx: Tx, meetingId: string): Promise<Convened> {
  const sent = await tx.convocation.findFirstOrThrow({
    where: { meetingId, kind: 'CONVOCATION' },
    select: { id: true, notices: { select: { mailId: true } } },
  })
  const mails = sent.notices.filter(({ mailId }) => mailId !== null).length
  return { convocationId: sent.id, mails, letters: sent.notices.length - mails, already: true }
}

/** What no reason can replace: a moment to come, a place or a link, something to talk about, decisions that could take effect. */
async function demandReady(tx: Tx, ctx: Context, meeting: Meeting): Promise<void> {
  if (meeting.startsAt.getTime() <= ctx.now.epochMilliseconds)
    throw new Refusal(
      `La date choisie, le ${frenchDate(isoDate(meeting.date))}, est passée : changez-la avant de convoquer.`,
    )
  if (!meeting.place && !meeting.videoUrl)
    throw new Refusal('Indiquez un lieu ou un lien de visioconférence avant de convoquer.')
  const items = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id },
    select: { title: true, kind: true, resolutions: { select: { id: true } } },
  })
  if (items.length === 0) throw new Refusal('L’ordre du jour est vide : ajoutez au moins un point avant de convoquer.')
  const silent = items.find(({ kind, resolutions }) => kind === 'VOTE' && resolutions.length === 0)
  if (silent)
    throw new Refusal(`Le point « ${silent.title} » est soumis au vote sans aucune résolution : écrivez-en le texte.`)
  await demandAnnual(tx, { ...meeting, date: isoDate(meeting.date) })
  await demandEffects(tx, meeting, parisDate(ctx.now))
}

/** 13.2-a, 13.3-a, 8.3-a, 13.2-e: would a sending made now be in time? */
export async function noticeRuling(tx: Db | Tx, ctx: Pick<Context, 'now'>, meeting: Meeting): Promise<Ruling> {
  const [{ statutes }, preceding] = await Promise.all([
    statutesVersion(tx, meeting.statutesId),
    meeting.precedingId ? tx.meeting.findUnique({ where: { id: meeting.precedingId }, select: { date: true } }) : null,
  ])
  return judgeNotice({
    statutes,
    body: meeting.body,
    session: meeting.session === 2 ? 2 : 1,
    date: isoDate(meeting.date),
    sentOn: parisDate(ctx.now),
    failedOn: preceding ? isoDate(preceding.date) : null,
  }).ruling
}

const aboutNotice = (reason: Reason) => 'lastSendingDay' in reason.figures

/** Null when nothing is late; the President's written reason when he goes on; else a refusal with the article. */
export function overriding(ctx: Context, ruling: Ruling, lateReason: string | null | undefined): string | null {
  if (ruling.outcome === 'lawful') return null
  const reason = lateReason?.trim() ?? ''
  // The days of a second session cannot be made longer: held later, it is a new first session (13.2-e).
  if (reason === '' || !ruling.reasons.every(aboutNotice)) demandLawful(ruling)
  if (!isPresident(ctx))
    throw new Refusal('Seul le Président peut convoquer hors délai, en disant pourquoi.', {
      status: 409,
      reasons: ruling.reasons,
    })
  return reason
}

/** The risk that the President takes, kept for the minutes. */
export async function recordLate(
  tx: Tx,
  ctx: Context,
  meeting: Meeting,
  ruling: Ruling,
  lateReason: string,
): Promise<void> {
  const text = `${ruling.reasons[0]?.sentence ?? 'Convocation hors délai.'} Motif donné par le Président : ${lateReason}`
  const rule = noticeRule(meeting.body, meeting.session === 2 ? 2 : 1)
  await insertIncident(tx, ctx, { meetingId: meeting.id, kind: 'late-convocation', text, rule })
}
