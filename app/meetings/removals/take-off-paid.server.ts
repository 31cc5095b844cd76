import { Prisma } from '~/generated/prisma/client'
import type { Context, SystemContext } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { lockMeeting } from '../lock.server'
import { markWithdrawn } from '../mark-withdrawn.server'
import { renumberResolutions } from '../prepare/renumber.server'

const PAID = 'Aucun dossier à ce jour : les cotisations concernées ont été réglées.'

/** Resolutions « r » of meetings « g » still to be voted, on a removal whose dues « d » were paid, or whose member has left. */
const OVER = Prisma.sql`
  g.id = r."meetingId" and r.state = 'PENDING' and r.effect ->> 'kind' = 'remove-member'
  and d.id::text = r.effect ->> 'duesId' and d."closedAs" is not null`

/** 6.4-b, payment in full ends the procedure: its case leaves the agendas in preparation. */
export async function takeOffDrafts(tx: Tx, ctx: Context | SystemContext): Promise<void> {
  const off = await tx.$queryRaw<{ id: string; meetingId: string; agendaItemId: string }[]>`
    delete from "Resolution" r using "Meeting" g, "Dues" d where ${OVER} and g.state = 'DRAFT'
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

/**
 * The same on agendas that were sent: the resolution stays there, withdrawn, so that nobody is asked to vote on who has paid.
 * A session that has begun is its chair's.
 */
export async function takeOffConvened(ctx: Context | SystemContext): Promise<void> {
  const meetings = await ctx.db.$queryRaw<{ id: string }[]>`
    select distinct g.id from "Resolution" r, "Meeting" g, "Dues" d where ${OVER} and g.state = 'CONVENED' order by g.id`
  for (const { id } of meetings)
    await transact(ctx.db, async (tx) => {
      const { state } = await lockMeeting(tx, id)
      if (state === 'CONVENED') await withdrawPaid(tx, ctx, id)
    })
}

/** One agenda that was sent; whoever calls holds its meeting. */
export async function withdrawPaid(tx: Tx, ctx: Context | SystemContext, meetingId: string): Promise<void> {
  const paid = await tx.$queryRaw<{ id: string; number: number; meetingId: string }[]>`
    select r.id, r.number, r."meetingId" from "Resolution" r, "Meeting" g, "Dues" d
     where ${OVER} and g.id = ${meetingId}::uuid order by r.id`
  for (const resolution of paid) await markWithdrawn(tx, ctx, { ...resolution, from: 'PENDING' })
}
