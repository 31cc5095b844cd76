import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import type { CivilDate } from '~/statutes/civil-date'
import { lastSendingDay } from '~/statutes/notice'
import type { Reason, Ruling } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import { judgeTold } from '~/statutes/told'
import { effectNames } from '~/effects/names.server'
import { effectSentence, readEffect } from '~/effects'
import { contentSchema, hashOf } from './content.server'
import { toldSince, type Snapshot, type VotedText } from './told'

type Sitting = Pick<Meeting, 'id' | 'body' | 'session' | 'date' | 'statutesId' | 'precedingId'>

/** By resolution still to be voted: whether its text was told within the notice, with the article and the days. */
export type Votable = ReadonlyMap<string, Ruling>

/** A resolution that may be discussed, not voted, and why. */
export type NotVotable = { id: string; number: number; title: string; reasons: Reason[] }

/**
 * 13.2-a, 13.3-a, 8.3-a, 13.2-e: compares what stands on the agenda with each sending, word for word. The one place that says
 * what may be voted; take `lockMeeting` first where something is written from it.
 */
export async function votableTexts(tx: Db | Tx, meeting: Sitting): Promise<Votable> {
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const [texts, sent, first] = await Promise.all([
    textsNow(tx, meeting.id, statutes),
    snapshots(tx, meeting.id),
    meeting.precedingId ? firstSession(tx, meeting.precedingId) : null,
  ])
  const [date, session] = [isoDate(meeting.date), meeting.session === 2 ? 2 : 1] as const
  return new Map(
    texts.map(({ id, text }) => [
      id,
      judgeTold({
        statutes,
        body: meeting.body,
        session,
        date,
        toldOn: toldSince(sent, { date, text }),
        toldForFirst: first && first(text),
      }),
    ]),
  )
}

/** Refuses a text that was not told within the notice, with the article and the day. */
export async function demandTold(tx: Db | Tx, meeting: Sitting, resolutionId: string): Promise<void> {
  const ruling = (await votableTexts(tx, meeting)).get(resolutionId)
  if (!ruling) throw new Error(`resolution ${resolutionId} is not to be voted in this meeting`)
  if (ruling.outcome === 'lawful') return
  throw new Refusal(
    'Cette résolution ne peut pas être votée : ceux qui sont convoqués n’ont pas été prévenus à temps.',
    {
      status: 409,
      reasons: ruling.reasons,
    },
  )
}

/** The resolutions of a meeting convened that may not be voted, in their order; none while it is a draft. */
export async function notVotable(tx: Db | Tx, meeting: Meeting): Promise<NotVotable[]> {
  if (meeting.state === 'DRAFT' || meeting.state === 'CANCELLED') return []
  const votable = await votableTexts(tx, meeting)
  const rows = await tx.resolution.findMany({
    where: { id: { in: [...votable.keys()] } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true },
  })
  return rows.flatMap((row) => {
    const reasons = notTold(votable, row.id)
    return reasons.length === 0 ? [] : [{ ...row, reasons }]
  })
}

/** The last day on which a text may still be told to be voted, and whether it is over; null while the meeting is a draft. */
export async function lastTelling(
  tx: Db | Tx,
  meeting: Meeting,
  today: CivilDate,
): Promise<{ day: CivilDate; over: boolean } | null> {
  if (meeting.state !== 'CONVENED') return null
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const day = lastSendingDay(statutes, meeting.body, meeting.session === 2 ? 2 : 1, isoDate(meeting.date))
  return { day, over: today > day }
}

/** Why this resolution may not be voted; empty when it may. */
export function notTold(votable: Votable, resolutionId: string): Reason[] {
  const ruling = votable.get(resolutionId)
  return !ruling || ruling.outcome === 'lawful' ? [] : ruling.reasons
}

/** Which texts the first session could have voted: those told in time for it. */
async function firstSession(tx: Db | Tx, meetingId: string): Promise<(text: VotedText) => boolean> {
  const first = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
  const [{ statutes }, sent] = await Promise.all([statutesVersion(tx, first.statutesId), snapshots(tx, meetingId)])
  const date = isoDate(first.date)
  const last = lastSendingDay(statutes, first.body, 1, date)
  return (text) => {
    const toldOn = toldSince(sent, { date, text })
    return toldOn !== null && toldOn <= last
  }
}

/** Every sending of a meeting, in its order. */
export async function snapshots(tx: Db | Tx, meetingId: string): Promise<Snapshot[]> {
  const sent = await tx.convocation.findMany({
    where: { meetingId },
    orderBy: { sequence: 'asc' },
    select: { sentOn: true, kind: true, content: true },
  })
  return sent.map(({ sentOn, kind, content }) => ({
    sentOn: isoDate(sentOn),
    cancels: kind === 'CANCELLATION',
    content: contentSchema.parse(content),
  }))
}

/** The texts still to be voted as they stand; a new ballot is on the text that it repeats, however often it was repeated (4.23). */
async function textsNow(
  tx: Db | Tx,
  meetingId: string,
  statutes: Statutes,
): Promise<{ id: string; text: VotedText }[]> {
  const all = await tx.resolution.findMany({ where: { meetingId }, include: { item: { select: { title: true } } } })
  const rows = all.filter(({ state }) => state === 'PENDING' || state === 'ONLINE' || state === 'OPEN')
  const known = new Map(all.map((one) => [one.id, one]))
  const titleOf = ({ title, repeatsId }: (typeof all)[number]): string => {
    const first = repeatsId === null ? undefined : known.get(repeatsId)
    return first ? titleOf(first) : title
  }
  const effects = rows.map(({ effect }) => readEffect(effect))
  const names = await effectNames(tx, statutes, effects)
  return rows.map((row) => ({
    id: row.id,
    text: {
      point: row.item.title,
      title: titleOf(row),
      text: row.text,
      kind: row.kind,
      among: row.among,
      effect: effectSentence(readEffect(row.effect), names),
      effectHash: hashOf(readEffect(row.effect)),
    },
  }))
}
