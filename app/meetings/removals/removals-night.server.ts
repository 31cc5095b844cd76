import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { renumberResolutions } from '../prepare/renumber.server'
import { followListings } from './follow-listings.server'
import { listReadyRemovals } from './list-ready-removals.server'

/**
 * 6.4-b, after the nightly run of the dues: takes the step of the cases that a convocation has put on an agenda, takes off the
 * drafts those that were paid, puts those that are ready on the next draft of the organ that pronounces removals.
 */
export async function runRemovalsNight(ctx: Context | SystemContext): Promise<void> {
  await transact(ctx.db, (tx) => followListings(tx, ctx))
  await transact(ctx.db, (tx) => takeOffPaid(tx, ctx))
  await transact(ctx.db, async (tx) => {
    const meetingId = await nextDraft(tx, parisDate(ctx.now))
    if (meetingId) await listReadyRemovals(tx, ctx, { meetingId, again: false })
  })
}

/** The first meeting in preparation of the organ that pronounces removals; null where the President does, or none is. */
export async function nextDraft(tx: Tx, today: string): Promise<string | null> {
  const { statutes } = await statutesInForce(tx, today)
  const organ = statutes.dues.removalBy
  if (organ === 'president') return null
  const found = await tx.meeting.findFirst({
    where: { body: organ, state: 'DRAFT', session: 1, date: { gte: dateColumn(today) } },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return found?.id ?? null
}

/** A case that was paid, or whose member has left, leaves the drafts; an agenda that was sent changes by its correction only. */
async function takeOffPaid(tx: Tx, ctx: Context | SystemContext): Promise<void> {
  const off = await tx.$queryRaw<{ id: string; meetingId: string; agendaItemId: string }[]>`
    delete from "Resolution" r using "Meeting" g, "Dues" d
     where g.id = r."meetingId" and g.state = 'DRAFT' and r.state = 'PENDING'
       and r.effect ->> 'kind' = 'remove-member' and d.id::text = r.effect ->> 'duesId' and d."closedAs" is not null
     returning r.id, r."meetingId", r."agendaItemId"`
  for (const { id, meetingId, agendaItemId } of off) {
    await renumberResolutions(tx, meetingId)
    if ((await tx.resolution.count({ where: { agendaItemId } })) === 0)
      await tx.agendaItem.update({ where: { id: agendaItemId }, data: { kind: 'INFORMATION', notes: PAID } })
    await journal(tx, ctx, {
      act: 'resolution.removed',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { resolutionId: id },
    })
  }
}

const PAID = 'Aucun dossier à ce jour : les cotisations concernées ont été réglées.'
