import { beforeAll, expect, test } from 'vitest'
import { action } from '~/routes/assemblees_.$id.vote'
import { buildAssociation, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { presser, unverified } from '../support/press'
import { buildRoom, first, openRaw } from './room'

const db = useDatabase()
let people: BuiltAssociation

beforeAll(async () => {
  people = await buildAssociation(db(), {})
})

async function ballot(secret: boolean) {
  const room = await buildRoom(db(), people, { present: people.actives, resolutions: [{ secret }] })
  await openRaw(db(), room.resolutionId)
  const voter = first(people.actives)
  const press = presser(db, action, { id: room.meetingId })
  const choose = (choice: string) =>
    press(voter, [
      ['resolutionId', room.resolutionId],
      ['member', voter.id],
      ['choice', choice],
    ])
  const cast = () => db().slip.count({ where: { resolutionId: room.resolutionId, cast: true } })
  return { voter, press, choose, cast }
}

test('an open vote is cast by one press: another replaces it until the end', async () => {
  const { choose, cast } = await ballot(false)
  expect(await choose('for')).toMatchObject({ data: { results: [{ outcome: 'counted' }] } })
  expect(await cast()).toBe(1)
})

test('a secret vote is said back first, and cast by the second press', async () => {
  const { voter, press, choose, cast } = await ballot(true)
  const asked = unverified(await choose('against'))
  expect(asked.shown).toMatchObject({ members: [voter.id], choice: 'against' })
  expect(await cast()).toBe(0)
  expect(await press(voter, asked.fields)).toMatchObject({ data: { results: [{ outcome: 'counted' }] } })
  expect(await cast()).toBe(1)
})

test('what confirms one choice confirms no other', async () => {
  const { voter, press, choose, cast } = await ballot(true)
  const { fields } = unverified(await choose('against'))
  const other = fields.map(([name, value]): [string, string] => [name, name === 'choice' ? 'for' : value])
  unverified(await press(voter, other))
  expect(await cast()).toBe(0)
})
