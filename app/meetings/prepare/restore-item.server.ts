import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen, demandPreparer } from './demand-allowed.server'
import { itemOrder, orderItems } from './order-items.server'
import { openRemoved, type RemovedItem } from './removed-item.server'
import { renumberResolutions } from './renumber.server'

/**
 * Puts a point that was just removed back where it stood, with its resolutions and documents. Refused ten minutes later, once
 * the session is open, or when one of its resolutions was put on an agenda again meanwhile. Pressed twice, it is back once.
 */
export async function restoreItem(
  ctx: Context,
  input: { meetingId: string; removed: string; seal: string },
): Promise<void> {
  demandPreparer(ctx)
  const item = openRemoved(ctx, input)
  if (!item) throw new Refusal('Ce retrait date de plus de dix minutes : ajoutez le point de nouveau.')
  if (item.meetingId !== input.meetingId) throw notFound()
  const { meetingId } = item
  await transact(ctx.db, async (tx) => {
    demandAgendaOpen(await lockMeeting(tx, meetingId))
    const ids = await itemOrder(tx, meetingId)
    if (ids.includes(item.id)) return
    await demandNotListed(tx, item)
    await writeItem(tx, item, ids.length)
    await orderItems(tx, ids.toSpliced(item.position - 1, 0, item.id))
    await renumberResolutions(tx, meetingId)
    await journal(tx, ctx, {
      act: 'agenda.item-restored',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { itemId: item.id },
    })
  })
}

/** What the resolutions do was not put on an agenda again meanwhile. */
async function demandNotListed(tx: Tx, { resolutions }: RemovedItem): Promise<void> {
  const effects = resolutions.flatMap(({ effect }) => (effect ? [{ effect: { equals: effect } }] : []))
  if (effects.length === 0) return
  const again = await tx.resolution.findFirst({
    where: { OR: effects, state: { in: ['PENDING', 'ONLINE', 'OPEN'] } },
    select: { title: true },
  })
  if (again) throw new Refusal(`« ${again.title} » est déjà de nouveau à un ordre du jour : ce point ne revient pas.`)
}

async function writeItem(tx: Tx, item: RemovedItem, last: number): Promise<void> {
  const { id, meetingId, title, kind, notes, resolutions, documentIds } = item
  await tx.agendaItem.create({
    data: { id, meetingId, position: last + 1, title, kind, notes },
    select: { id: true },
  })
  const { _max } = await tx.resolution.aggregate({ where: { meetingId }, _max: { number: true } })
  await tx.resolution.createMany({
    data: resolutions.map(({ effect, ...one }, index) => ({
      ...one,
      effect: effect ?? undefined,
      meetingId,
      agendaItemId: id,
      number: (_max.number ?? 0) + index + 1,
    })),
  })
  await tx.document.updateMany({
    where: { id: { in: documentIds }, meetingId, agendaItemId: null },
    data: { agendaItemId: id },
  })
}
