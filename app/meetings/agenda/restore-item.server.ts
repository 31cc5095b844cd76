import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { placeDocuments } from '~/platform/document-places.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { fileOf, readEffect } from '~/effects'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen, demandPreparer } from '../prepare/demand-allowed.server'
import { itemOrder, orderAgenda } from './order.server'
import { appendItem, appendResolution } from './append.server'
import { lockFile, STILL_TO_BE_VOTED } from './listing.server'
import { openRemoved, type RemovedItem } from './removed-item.server'

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
    await writeItem(tx, item)
    await orderAgenda(tx, meetingId, ids.toSpliced(item.position - 1, 0, item.id))
    await journal(tx, ctx, {
      act: 'agenda.item-restored',
      subject: 'Meeting',
      subjectId: meetingId,
      details: { itemId: item.id },
    })
  })
}

/** What the resolutions do was not put on an agenda again meanwhile. */
export async function demandNotListed(tx: Tx, { resolutions }: Pick<RemovedItem, 'resolutions'>): Promise<void> {
  for (const { effect } of resolutions) if (effect) await demandOnNone(tx, effect)
}

async function demandOnNone(tx: Tx, effect: NonNullable<RemovedItem['resolutions'][number]['effect']>): Promise<void> {
  const file = fileOf(readEffect(effect))
  const again = file
    ? await lockFile(tx, file)
    : await tx.resolution.findFirst({
        where: { effect: { equals: effect }, ...STILL_TO_BE_VOTED },
        select: { title: true },
      })
  if (again) throw new Refusal(`« ${again.title} » est déjà de nouveau à un ordre du jour : ce point ne revient pas.`)
}

async function writeItem(tx: Tx, item: RemovedItem): Promise<void> {
  const { id, meetingId, title, kind, notes, gathers, resolutions, documentIds } = item
  // another point may gather such files since
  const taken = gathers === null ? 0 : await tx.agendaItem.count({ where: { meetingId, gathers } })
  await appendItem(tx, { id, meetingId, title, kind, notes, gathers: taken > 0 ? null : gathers })
  for (const { effect, ...one } of resolutions)
    await appendResolution(tx, { ...one, effect: effect ?? undefined, meetingId, agendaItemId: id })
  await placeDocuments(tx, { ids: documentIds, meetingId, agendaItemId: id })
}
