import { beforeAll, expect, test } from 'vitest'
import { removeResolution } from '~/meetings/agenda/remove-resolution.server'
import { restoreResolution } from '~/meetings/agenda/restore-resolution.server'
import type { Context } from '~/platform/context'
import { action } from '~/routes/assemblees.$id.ordre-du-jour.$itemId._index'
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

const all = (meetingId: string) => db().resolution.findMany({ where: { meetingId }, orderBy: { number: 'asc' } })

async function meetingOfThree() {
  const { id: meetingId, itemIds } = await buildMeeting(db(), people, {
    resolutions: [{ title: 'A' }, { title: 'B', secret: true }, { title: 'C' }],
  })
  const agendaItemId = itemIds[0] ?? ''
  await db().resolution.updateMany({ where: { meetingId }, data: { agendaItemId } })
  const before = await all(meetingId)
  return { meetingId, agendaItemId, before, resolutionId: before[1]?.id ?? '' }
}

async function removed() {
  const built = await meetingOfThree()
  const removal = await removeResolution(secretary, built)
  if (!removal) throw new Error('a removal says how it comes back')
  return { ...built, back: { meetingId: built.meetingId, removed: removal.removed, seal: removal.seal } }
}

test('a resolution removed comes back at its number, as it was, once however often it is asked', async () => {
  const { meetingId, before, back } = await removed()
  expect((await all(meetingId)).map(({ title, number }) => [title, number])).toEqual([['A', 1], ['C', 2]]) // prettier-ignore
  await Promise.all([restoreResolution(secretary, back), restoreResolution(secretary, back)])
  await restoreResolution(secretary, back)
  expect(await all(meetingId)).toEqual(before)
  expect(await db().journalEntry.count({ where: { subjectId: meetingId, act: 'resolution.restored' } })).toBe(1)
})

test('only who removed it, on that agenda, within ten minutes, while the agenda is open', async () => {
  const { meetingId, back } = await removed()
  const late = (seconds: number) => ({ ...secretary, now: TEST_NOW.add({ minutes: 10, seconds }) })
  const other = await contextFor(db(), people.founders[0]!)
  await expect(restoreResolution(other, back)).rejects.toMatchObject({ status: 409 })
  const elsewhere = (await buildMeeting(db(), people, {})).id
  await expect(restoreResolution(secretary, { ...back, meetingId: elsewhere })).rejects.toMatchObject({ status: 404 })
  await expect(restoreResolution(late(1), back)).rejects.toMatchObject({ status: 409 })
  await db().meeting.update({ where: { id: meetingId }, data: { state: 'OPEN' } })
  await expect(restoreResolution(late(0), back)).rejects.toMatchObject({ status: 409 })
  await db().meeting.update({ where: { id: meetingId }, data: { state: 'DRAFT' } })
  await restoreResolution(late(0), back)
  expect(await all(meetingId)).toHaveLength(3)
})

test('the page of the point says what it removed, and its « Annuler » puts it back', async () => {
  const { meetingId, agendaItemId, before, resolutionId } = await meetingOfThree()
  const press = presser(db, action, { id: meetingId, itemId: agendaItemId })
  const answer = await press(people.founders[1]!, [
    ['intent', 'remove'],
    ['resolutionId', resolutionId],
  ])
  expect(answer).toMatchObject({ removal: { title: 'B' } })
  const { removal } = answer as { removal: { removed: string; seal: string } }
  const fields = [
    ['intent', 'restore'],
    ['removed', removal.removed],
    ['seal', removal.seal],
  ] as const
  expect(await press(people.founders[1]!, fields)).toMatchObject({ status: 302 })
  expect(await all(meetingId)).toEqual(before)
})
