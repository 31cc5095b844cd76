import { beforeAll, expect, test } from 'vitest'
import { moveItem } from '~/meetings/agenda/move-item.server'
import { restoreItem } from '~/meetings/agenda/restore-item.server'
import type { Context } from '~/platform/context'
import { action } from '~/routes/assemblees.$id.ordre-du-jour._index'
import { buildAssociation, buildMeeting, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { presser } from '../../support/press'

const db = useDatabase()
let people: BuiltAssociation
let secretary: Context

beforeAll(async () => {
  people = await buildAssociation(db(), {})
  secretary = await contextFor(db(), people.founders[1]!)
})

const THREE = { resolutions: [{ title: 'A' }, { title: 'B', secret: true }, { title: 'C' }] }

async function removed() {
  const { id: meetingId, itemIds } = await buildMeeting(db(), people, THREE)
  const before = await agenda(meetingId)
  const removal = await moveItem(secretary, { meetingId, itemId: itemIds[1] ?? '', intent: 'remove' })
  if (!removal) throw new Error('a removal says how it comes back')
  return { meetingId, before, back: { meetingId, removed: removal.removed, seal: removal.seal } }
}

const agenda = (meetingId: string) =>
  db().agendaItem.findMany({ where: { meetingId }, orderBy: { position: 'asc' }, include: { resolutions: true } })

test('a point removed comes back where it stood, with its resolution as it was, once however often it is asked', async () => {
  const { meetingId, before, back } = await removed()
  expect(await agenda(meetingId)).toHaveLength(2)
  await Promise.all([restoreItem(secretary, back), restoreItem(secretary, back)])
  await restoreItem(secretary, back)
  expect(await agenda(meetingId)).toEqual(before)
  const restored = { subjectId: meetingId, act: 'agenda.item-restored' }
  expect(await db().journalEntry.count({ where: restored })).toBe(1)
})

test('only who removed it, on that agenda, within ten minutes, and nothing else than what was removed', async () => {
  const { meetingId, back } = await removed()
  const other = await contextFor(db(), people.founders[0]!)
  const late = (seconds: number) => ({ ...secretary, now: TEST_NOW.add({ minutes: 10, seconds }) })
  await expect(restoreItem(other, back)).rejects.toMatchObject({ status: 409 })
  const forged = { ...back, removed: back.removed.replace('"B"', '"Z"') }
  await expect(restoreItem(secretary, forged)).rejects.toMatchObject({ status: 409 })
  const elsewhere = (await buildMeeting(db(), people, {})).id
  await expect(restoreItem(secretary, { ...back, meetingId: elsewhere })).rejects.toMatchObject({ status: 404 })
  await expect(restoreItem(late(1), back)).rejects.toMatchObject({ status: 409 })
  const member = await contextFor(db(), people.actives[0]!)
  await expect(restoreItem(member, back)).rejects.toMatchObject({ status: 403 })
  expect(await agenda(meetingId)).toHaveLength(2)
  await restoreItem(late(0), back)
  expect(await agenda(meetingId)).toHaveLength(3)
})

test('once the session is open the agenda stays as it is', async () => {
  const { meetingId, back } = await removed()
  await db().meeting.update({ where: { id: meetingId }, data: { state: 'OPEN' } })
  await expect(restoreItem(secretary, back)).rejects.toMatchObject({ status: 409 })
})

test('the page says what it removed, and its « Annuler » puts it back', async () => {
  const { id, itemIds } = await buildMeeting(db(), people, THREE)
  const press = presser(db, action, { id })
  const answer = await press(people.founders[1]!, [
    ['intent', 'remove'],
    ['itemId', itemIds[0] ?? ''],
  ])
  expect(answer).toMatchObject({ removal: { title: expect.any(String) } })
  const { removal } = answer as { removal: { removed: string; seal: string } }
  const fields = [
    ['intent', 'restore'],
    ['removed', removal.removed],
    ['seal', removal.seal],
  ] as const
  expect(await press(people.founders[1]!, fields)).toMatchObject({ status: 302 })
  expect(await agenda(id)).toHaveLength(3)
})
