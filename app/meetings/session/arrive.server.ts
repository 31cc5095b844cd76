import type { AttendanceMethod, AttendanceMode } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { demandLawful, Refusal } from '~/platform/refusal'
import { arrivalNotes, type ArrivalNotes } from './arrival-notes.server'
import { electorateEntry } from './electorate-entry.server'
import { lockMeeting } from '../lock.server'
import { endProxyOnArrival } from '../proxies/end-proxy-on-arrival.server'
import { publishAttendance } from './publish-attendance.server'
import { currentQuorum, type QuorumRuling } from './quorum.server'
import { judgeVideo } from './video'

type ArrivalInput = {
  meetingId: string
  memberId: string
  mode: AttendanceMode
  method: AttendanceMethod
  /** who came for a legal person, and in what quality */
  representative: string | null
  signature: string
}

export type Arrival = {
  label: string
  /** was there already: nothing was written */
  already: boolean
  notes: ArrivalNotes
  quorum: QuorumRuling
}

/**
 * One arrival, timed and signed: event, projection, end of the proxy that the member gave, quorum told to the live pages.
 * Refused unless the attendance is open and the member may attend; a second one changes nothing.
 */
export async function arrive(tx: Tx, ctx: Context, input: ArrivalInput): Promise<Arrival> {
  const { meetingId, memberId, mode } = input
  const meeting = await lockMeeting(tx, meetingId)
  if (meeting.state !== 'OPEN')
    throw new Refusal(
      meeting.state === 'CONVENED'
        ? 'L’émargement n’est pas encore ouvert.'
        : 'La séance est terminée : l’émargement est clos.',
    )
  const elector = await electorateEntry(tx, meetingId, memberId)
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  if (mode === 'VIDEO') demandLawful(judgeVideo(statutes, meeting.body))
  const known = await tx.presence.findUnique({ where: { meetingId_memberId: { meetingId, memberId } } })
  const already = known?.present === true && known.mode === mode
  if (!already) {
    await endProxyOnArrival(tx, ctx, meeting, memberId)
    await write(tx, ctx, input)
  }
  const notes = await arrivalNotes(tx, meetingId, memberId)
  const quorum = already ? await currentQuorum(tx, meetingId) : await publishAttendance(tx, meetingId)
  return { label: elector.label, already, notes, quorum }
}

async function write(tx: Tx, ctx: Context, input: ArrivalInput): Promise<void> {
  const { meetingId, memberId, mode, method, representative, signature } = input
  const at = dateFromInstant(ctx.now)
  await tx.attendanceEvent.create({
    data: {
      meetingId,
      memberId,
      kind: 'ARRIVED',
      mode,
      method,
      at,
      representative,
      signature,
      recordedById: ctx.actor.accountId,
    },
    select: { id: true },
  })
  const state = { present: true, mode, since: at, representative }
  await tx.presence.upsert({
    where: { meetingId_memberId: { meetingId, memberId } },
    create: { meetingId, memberId, ...state },
    update: state,
    select: { memberId: true },
  })
  await journal(tx, ctx, {
    act: 'attendance.arrived',
    subject: 'Meeting',
    subjectId: meetingId,
    details: { memberId, mode, method },
  })
}
