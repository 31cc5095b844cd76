import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen, demandPreparer } from '../prepare/demand-allowed.server'
import { itemOrder, orderAgenda } from './order.server'
import { readRemoved, sealRemoved, type RemovedItem } from './removed-item.server'
import { removeItem } from './take-off-agenda.server'

type Move = { meetingId: string; itemId: string; intent: 'up' | 'down' | 'remove' }

/** What was taken off, and what puts it back for a while. */
export type Removal = { title: string; removed: string; seal: string }

/**
 * Moves a point one place up or down, or takes it off the agenda with its resolutions and says how it comes back. At an end,
 * nothing moves.
 */
export async function moveItem(ctx: Context, { meetingId, itemId, intent }: Move): Promise<Removal | null> {
  demandPreparer(ctx)
  return transact(ctx.db, async (tx) => {
    demandAgendaOpen(await lockMeeting(tx, meetingId))
    const ids = await itemOrder(tx, meetingId)
    const at = ids.indexOf(itemId)
    if (at === -1) throw notFound()
    let removed: RemovedItem | null = null
    if (intent === 'remove') {
      removed = await removeWhole(tx, ctx, itemId)
      ids.splice(at, 1)
    } else {
      const to = intent === 'up' ? at - 1 : at + 1
      if (to < 0 || to >= ids.length) return null
      ids.splice(at, 1)
      ids.splice(to, 0, itemId)
    }
    await orderAgenda(tx, meetingId, ids)
    await journal(tx, ctx, {
      act: `agenda.item-${intent}`,
      subject: 'Meeting',
      subjectId: meetingId,
      details: { itemId },
    })
    return removed && { title: removed.title, ...sealRemoved(ctx, removed) }
  })
}

async function removeWhole(tx: Tx, ctx: Context, itemId: string): Promise<RemovedItem> {
  const started = await tx.resolution.count({ where: { agendaItemId: itemId, state: { not: 'PENDING' } } })
  if (started > 0)
    throw new Refusal('Une résolution de ce point est déjà ouverte au vote : il reste à l’ordre du jour.')
  const { documents, ...item } = await tx.agendaItem.findUniqueOrThrow({
    where: { id: itemId },
    include: {
      documents: { select: { id: true } },
      resolutions: {
        orderBy: { number: 'asc' },
        select: {
          id: true,
          title: true,
          text: true,
          kind: true,
          among: true,
          secret: true,
          videoVotes: true,
          effect: true,
          repeatsId: true,
        },
      },
    },
  })
  await tx.resolution.deleteMany({ where: { agendaItemId: itemId } })
  await removeItem(tx, itemId)
  return readRemoved({ ...item, documentIds: documents.map(({ id }) => id), at: ctx.now.epochMilliseconds })
}
