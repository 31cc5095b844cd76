import { caseView } from '~/dues/board/case-access.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { isMeetingOfficer } from '../access.server'
import { meetingName } from '../meeting-words'
import { readyRemovals } from './ready.server'
import { nextDraft } from './removals-night.server'

export type RemovalsDraft = {
  id: string
  name: string
  unlisted: number
  /** whether the reader may look at that draft */
  opens: boolean
}

/** The meeting in preparation that will hear the cases of removal, and how many it lacks; null when there is none. */
export async function draftForRemovals(ctx: Context): Promise<RemovalsDraft | null> {
  return transact(ctx.db, async (tx) => {
    const id = await nextDraft(tx, parisDate(ctx.now))
    if (id === null) return null
    const meeting = await tx.meeting.findUniqueOrThrow({ where: { id } })
    const unlisted = (await readyRemovals(tx, parisDate(ctx.now))).length
    return { id, name: meetingName(meeting), unlisted, opens: isMeetingOfficer(ctx) }
  })
}

export type UnlistedRemoval = {
  id: string
  label: string
  /** whether the reader may open its file, as long as no agenda has it */
  opens: boolean
}

/** The cases that this meeting in preparation could hear and does not. */
export async function unlistedRemovals(ctx: Context, meetingId: string): Promise<UnlistedRemoval[]> {
  return transact(ctx.db, async (tx) => {
    if ((await nextDraft(tx, parisDate(ctx.now))) !== meetingId) return []
    const ready = await readyRemovals(tx, parisDate(ctx.now))
    return Promise.all(
      ready.map(async (one) => ({ id: one.id, label: one.label, opens: (await caseView(ctx, one)) !== null })),
    )
  })
}
