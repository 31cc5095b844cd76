import type { Body, Meeting } from '~/generated/prisma/client'
import { statutesInForce } from '~/association/in-force.server'
import { may } from '~/platform/permissions'
import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { badField, forbidden, Refusal } from '~/platform/refusal'
import { addYears, type CivilDate } from '~/statutes/civil-date'
import { plainDate } from '~/statutes/french'
import { reason } from '~/statutes/ruling'
import { judgeVideo } from '../session/video'

/** An assembly meets at least once a year: beyond the year after next, a date is a mistake. */
const FAR_YEARS = 2

/** Preparing a meeting is for those who hold that power. */
export function demandPreparer(ctx: Context): void {
  if (!may(ctx.actor, 'meetings.prepare')) throw forbidden()
}

/** A meeting changes until its session opens; then it belongs to what happens in the room. */
export function demandNotOpened({ state }: Pick<Meeting, 'state'>): void {
  if (state === 'DRAFT' || state === 'CONVENED') return
  throw new Refusal('La séance a été ouverte ou la réunion annulée : sa préparation ne change plus.')
}

/** The agenda changes until the opening; that of a second session is the first one's (13.2-e). */
export function demandAgendaOpen(meeting: Pick<Meeting, 'state' | 'session'>): void {
  demandNotOpened(meeting)
  if (meeting.session === 1) return
  const said = reason(
    '13.2-e',
    'La seconde session délibère sur le même ordre du jour que la première : il ne change pas.',
  )
  throw new Refusal(said.sentence, { reasons: [said] })
}

/** Votes already cast on line were asked for a day and for points that everybody was told: these stay as they are. */
export async function demandNoOnlineVote(tx: Tx, meetingId: string, agendaItemId?: string): Promise<void> {
  const begun = await tx.resolution.count({ where: { meetingId, agendaItemId, state: { in: ['ONLINE', 'OPEN'] } } })
  if (begun === 0) return
  throw new Refusal(
    agendaItemId === undefined
      ? 'Le vote en ligne a commencé : la date ne change plus. Annulez la réunion, puis convoquez-en une autre.'
      : 'Le vote en ligne a commencé sur ce point : son intitulé ne change plus.',
  )
}

/** The statutes of the meeting's day; a link by video is refused where they are silent, by the field and with the article. */
export async function statutesFor(
  tx: Db | Tx,
  input: { body: Body; date: string; videoUrl?: string },
): Promise<string> {
  const { id, statutes } = await statutesInForce(tx, input.date)
  const { outcome, reasons } = judgeVideo(statutes, input.body)
  if (input.videoUrl !== undefined && outcome !== 'lawful')
    throw new Refusal(reasons[0]?.sentence ?? '', {
      status: 409,
      reasons,
      fieldErrors: { videoUrl: [reasons[0]?.sentence ?? ''] },
    })
  return id
}

/** Nobody convenes years ahead: a slip of the keyboard is said at once. */
export function demandNear(today: CivilDate, date: CivilDate): void {
  const latest = addYears(today, FAR_YEARS)
  if (date > latest) throw badField('date', `Choisissez un jour d’ici le ${plainDate(latest)}.`)
}

/** Only an ordinary assembly judges accounts (13.2-b). */
export function accountsYear(body: Body, year: number | undefined): number | null {
  return body === 'ago' ? (year ?? null) : null
}
