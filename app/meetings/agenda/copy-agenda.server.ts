import type { Temporal } from 'temporal-polyfill'
import type { AgendaItem, Meeting, Resolution } from '~/generated/prisma/client'
import { fileOf, readEffect } from '~/effects'
import { lockFile } from './listing.server'
import { votableTexts } from '../convene/votable.server'
import type { Tx } from '~/platform/db.server'
import { copyDocuments } from '~/platform/document-places.server'
import { v7 } from '~/platform/uuid.server'

/**
 * The agenda of a session that failed, word for word, under the meeting that follows it (13.2-e): items, resolutions with
 * their texts and effects, documents with the day since which they are open (15-b). What the failed session could not have
 * voted, since it was not told in time, is no part of its agenda: a point that held nothing else is only discussed.
 */
export async function copyAgenda(tx: Tx, input: { from: Meeting; toId: string; now: Temporal.Instant }): Promise<void> {
  const { from, toId, now } = input
  const fromId = from.id
  const [items, all, votable] = await Promise.all([
    tx.agendaItem.findMany({ where: { meetingId: fromId } }),
    tx.resolution.findMany({ where: { meetingId: fromId, state: 'PENDING' }, orderBy: { number: 'asc' } }),
    votableTexts(tx, from),
  ])
  const lawful = all.filter(({ id }) => votable.get(id)?.outcome === 'lawful')
  // a file that went to another agenda meanwhile is voted there
  const elsewhere = await Promise.all(lawful.map((one) => isElsewhere(tx, one)))
  const resolutions = lawful.filter((_, index) => !elsewhere[index])
  const voted = new Set(resolutions.map(({ agendaItemId }) => agendaItemId))
  const ids = new Map(items.map(({ id }) => [id, v7(now.epochMilliseconds)]))
  const itemOf = (id: string) => {
    const copy = ids.get(id)
    if (!copy) throw new Error('an item of another meeting')
    return copy
  }
  await tx.agendaItem.createMany({
    data: items.map((item) => ({
      ...itemText(item),
      ...(item.kind === 'VOTE' && !voted.has(item.id) && { kind: 'DISCUSSION' as const, gathers: null }),
      id: itemOf(item.id),
      meetingId: toId,
    })),
  })
  await tx.resolution.createMany({
    data: resolutions.map((one, index) => ({
      ...resolutionText(one),
      number: index + 1,
      id: v7(now.epochMilliseconds),
      meetingId: toId,
      agendaItemId: itemOf(one.agendaItemId),
    })),
  })
  await copyDocuments(tx, { fromId, toId, itemOf, now })
}

async function isElsewhere(tx: Tx, { effect }: Resolution): Promise<boolean> {
  const file = effect === null ? null : fileOf(readEffect(effect))
  return file !== null && (await lockFile(tx, file)) !== null
}

const itemText = ({ position, title, kind, notes, gathers }: AgendaItem) => ({ position, title, kind, notes, gathers })

const resolutionText = ({ title, text, kind, among, secret, effect }: Resolution) => ({
  title,
  text,
  kind,
  among,
  secret,
  ...(effect !== null && { effect }),
})
