import { Prisma } from '~/generated/prisma/client'
import type { Context, SystemContext } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { eachAlone } from '~/platform/each-alone.server'
import { takeOffAgenda } from '../agenda/take-off-agenda.server'
import { lockMeeting } from '../lock.server'

const PAID = 'Aucun dossier à ce jour : les cotisations concernées ont été réglées.'

/** Resolutions « r » of meetings « g » still to be voted, on a removal whose dues « d » were paid, or whose member has left. */
const OVER = Prisma.sql`
  g.id = r."meetingId" and r.state = 'PENDING' and r."repeatsId" is null and r.effect ->> 'kind' = 'remove-member'
  and d.id = r."duesId" and d."closedAs" is not null`

/**
 * 6.4-b, payment in full ends the procedure: its case leaves the agendas in preparation; on one that was sent the resolution
 * stays, withdrawn, so that nobody is asked to vote on who has paid. A session that has begun is its chair's.
 */
export async function takeOffPaid(ctx: Context | SystemContext): Promise<void> {
  const meetings = await ctx.db.$queryRaw<{ id: string }[]>`
    select distinct g.id from "Resolution" r, "Meeting" g, "Dues" d
     where ${OVER} and g.state in ('DRAFT', 'CONVENED') order by g.id`
  await eachAlone(
    'paid cases on an agenda',
    meetings.map(({ id }) => id),
    (id) =>
      transact(ctx.db, async (tx) => {
        const { state } = await lockMeeting(tx, id)
        if (state === 'DRAFT' || state === 'CONVENED') await withdrawPaid(tx, ctx, id)
      }),
  )
}

/** The same on one agenda; whoever calls holds its meeting. */
export async function withdrawPaid(tx: Tx, ctx: Context | SystemContext, meetingId: string): Promise<void> {
  const paid = await tx.$queryRaw<{ id: string }[]>`
    select r.id from "Resolution" r, "Meeting" g, "Dues" d
     where ${OVER} and g.id = ${meetingId}::uuid order by r.id`
  for (const { id: resolutionId } of paid) await takeOffAgenda(tx, ctx, { resolutionId, emptied: PAID })
}
