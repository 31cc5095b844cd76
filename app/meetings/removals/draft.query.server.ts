import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { meetingName } from '../meeting-words'
import { readyRemovals } from './ready.server'
import { nextDraft } from './removals-night.server'

/** The meeting in preparation that will hear the cases of removal, and how many it lacks; null when there is none. */
export async function draftForRemovals(ctx: Context): Promise<{ id: string; name: string; unlisted: number } | null> {
  return transact(ctx.db, async (tx) => {
    const id = await nextDraft(tx, parisDate(ctx.now))
    if (id === null) return null
    const meeting = await tx.meeting.findUniqueOrThrow({ where: { id } })
    return { id, name: meetingName(meeting), unlisted: (await readyRemovals(tx, parisDate(ctx.now))).length }
  })
}

/** The cases that this meeting in preparation could hear and does not. */
export async function unlistedRemovals(ctx: Context, meetingId: string): Promise<{ id: string; label: string }[]> {
  return transact(ctx.db, async (tx) => {
    if ((await nextDraft(tx, parisDate(ctx.now))) !== meetingId) return []
    return (await readyRemovals(tx, parisDate(ctx.now))).map(({ id, label }) => ({ id, label }))
  })
}
