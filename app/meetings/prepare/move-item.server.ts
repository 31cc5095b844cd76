import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen, demandPreparer } from './demand-allowed.server'
import { renumberResolutions } from './renumber.server'

type Move = { meetingId: string; itemId: string; intent: 'up' | 'down' | 'remove' }

/** Moves a point one place up or down, or takes it off the agenda with its resolutions. At an end, nothing moves. */
export async function moveItem(ctx: Context, { meetingId, itemId, intent }: Move): Promise<void> {
  demandPreparer(ctx)
  await transact(ctx.db, async (tx) => {
    demandAgendaOpen(await lockMeeting(tx, meetingId))
    const items = await tx.agendaItem.findMany({
      where: { meetingId },
      orderBy: { position: 'asc' },
      select: { id: true },
    })
    const ids = items.map(({ id }) => id)
    const at = ids.indexOf(itemId)
    if (at === -1) throw notFound()
    if (intent === 'remove') {
      await removeItem(tx, itemId)
      ids.splice(at, 1)
    } else {
      const to = intent === 'up' ? at - 1 : at + 1
      if (to < 0 || to >= ids.length) return
      ids.splice(at, 1)
      ids.splice(to, 0, itemId)
    }
    await writeOrder(tx, ids)
    await renumberResolutions(tx, meetingId)
    await journal(tx, ctx, {
      act: `agenda.item-${intent}`,
      subject: 'Meeting',
      subjectId: meetingId,
      details: { itemId },
    })
  })
}

async function removeItem(tx: Tx, itemId: string): Promise<void> {
  const started = await tx.resolution.count({ where: { agendaItemId: itemId, state: { not: 'PENDING' } } })
  if (started > 0)
    throw new Refusal('Une résolution de ce point est déjà ouverte au vote : il reste à l’ordre du jour.')
  await tx.resolution.deleteMany({ where: { agendaItemId: itemId } })
  await tx.document.updateMany({ where: { agendaItemId: itemId }, data: { agendaItemId: null } })
  await tx.agendaItem.delete({ where: { id: itemId }, select: { id: true } })
}

/** Two passes: positions are unique within a meeting at every moment. */
async function writeOrder(tx: Tx, ids: string[]): Promise<void> {
  const order = JSON.stringify(ids.map((id, index) => ({ id, position: index + 1 })))
  for (const sign of [-1, 1])
    await tx.$executeRaw`
      UPDATE "AgendaItem" i SET "position" = ${sign} * o."position"
        FROM jsonb_to_recordset(${order}::jsonb) AS o("id" uuid, "position" int) WHERE i."id" = o."id"`
}
