import { beforeAll, describe, expect, it } from 'vitest'
import { closeBallot } from '~/ballots/close-ballot.server'
import { openBallot } from '~/ballots/open-ballot.server'
import type { Choice } from '~/ballots/choices'
import type { Context } from '~/platform/context'
import { useDatabase } from '../support/database'
import { buildAssociation, contextFor, type BuiltAssociation, type BuiltMember } from '../support/builders'
import { buildRoom, first, voter } from './room'

const db = useDatabase()
let people: BuiltAssociation
let chair: Context

beforeAll(async () => {
  people = await buildAssociation(db(), {})
  chair = await contextFor(db(), first(people.founders))
})

type Room = Awaited<ReturnType<typeof buildRoom>>

async function voteAll(room: Room, choice: Choice, members: readonly BuiltMember[], holder?: BuiltMember) {
  for (const member of members) {
    const result = await (await voter(db(), holder ?? member)).cast(room, member.id, choice)
    expect(result).toMatchObject({ outcome: 'counted' })
  }
}

const open = (room: Room, warned = false) =>
  openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned })
const close = (room: Room) => closeBallot(chair, { resolutionId: room.resolutionId })

describe('13.2-d, the worked cases of the statutes', () => {
  it('12 voices for, 12 against: the President’s own vote decides in an open ballot', async () => {
    const room = await buildRoom(db(), people, { present: [...people.founders, ...people.actives] })
    await open(room)
    await voteAll(room, 'FOR', people.founders)
    await voteAll(room, 'AGAINST', people.actives.slice(0, 12))
    await voteAll(room, 'ABSTAIN', people.actives.slice(12, 14))
    expect(await close(room)).toMatchObject({
      state: 'ADOPTED',
      casting: 'for',
      castingBy: 'Dr Fondateur 1',
      totals: {
        voices: { for: 12, against: 12, abstained: 2, blank: 0 },
        members: { for: 4, against: 12, abstained: 2, blank: 0 },
      },
      present: { members: 24, voices: 32 },
    })
  })

  it('the same tie stands when the President abstains: his givers’ votes are not his', async () => {
    const [president, two, three, four] = people.founders
    if (!president || !two || !three || !four) return
    const room = await buildRoom(db(), people, {
      present: [president, three, four, ...people.actives],
      proxies: [[two, president]],
    })
    await open(room)
    await voteAll(room, 'ABSTAIN', [president])
    await voteAll(room, 'FOR', [two], president)
    await voteAll(room, 'FOR', [three, four])
    await voteAll(room, 'AGAINST', people.actives.slice(0, 9))
    expect(await close(room)).toMatchObject({
      state: 'REJECTED',
      casting: null,
      totals: { voices: { for: 9, against: 9 } },
    })
  })

  it('4.23: the same tie in a secret ballot is voted once more, then rejected', async () => {
    const room = await buildRoom(db(), people, {
      present: [...people.founders, ...people.actives],
      resolutions: [{ secret: true }],
    })
    await open(room)
    await voteAll(room, 'FOR', people.founders)
    await voteAll(room, 'AGAINST', people.actives.slice(0, 12))
    const outcome = await close(room)
    expect(outcome).toMatchObject({
      state: 'REJECTED',
      casting: null,
      totals: { voices: { for: 12, against: 12 }, members: null },
    })
    const again = { ...room, resolutionId: outcome.repeatedBy ?? '' }
    expect(await db().resolution.findUnique({ where: { id: again.resolutionId } })).toMatchObject({
      state: 'PENDING',
      secret: true,
      number: 2,
      repeatsId: room.resolutionId,
    })
    await open(again)
    await voteAll(again, 'FOR', people.founders)
    await voteAll(again, 'AGAINST', people.actives.slice(0, 12))
    expect(await close(again)).toMatchObject({ state: 'REJECTED', repeatedBy: null })
  })

  it('4.20: 13 voices of 25 adopt; « 50 % + 1 » to the letter would not, and the chair is told', async () => {
    const room = await buildRoom(db(), people, { present: [...people.founders, ...people.actives] })
    await open(room)
    await voteAll(room, 'FOR', people.founders)
    await voteAll(room, 'FOR', people.actives.slice(0, 1))
    await voteAll(room, 'AGAINST', people.actives.slice(1, 13))
    const outcome = await close(room)
    expect(outcome).toMatchObject({ state: 'ADOPTED', required: 13, counted: 13, base: 25 })
    expect(outcome.sensitive).toMatchObject([{ value: '1/2 + 1', outcome: 'rejected' }])
    expect(outcome.change).toBe('Une voix pour de moins, et elle était rejetée.')
  })

  it.each([
    [19, 'REJECTED'],
    [20, 'ADOPTED'],
  ] as const)('13.3-c: %i voices for of 29 in an extraordinary assembly: %s', async (yes, state) => {
    const room = await buildRoom(db(), people, { body: 'age', present: [...people.founders, ...people.actives] })
    await open(room)
    await voteAll(room, 'FOR', people.founders)
    await voteAll(room, 'FOR', people.actives.slice(0, yes - 12))
    await voteAll(room, 'AGAINST', people.actives.slice(yes - 12, 17))
    expect(await close(room)).toMatchObject({ state, required: 20, counted: yes, base: 29, rule: '13.3-c' })
  })

  it('without any vote cast, nothing is adopted', async () => {
    const room = await buildRoom(db(), people, { present: people.actives })
    await open(room)
    await voteAll(room, 'BLANK', people.actives.slice(0, 3))
    expect(await close(room)).toMatchObject({ state: 'REJECTED', totals: { voices: { for: 0, blank: 3 } } })
  })

  it('a voter who leaves before the closing keeps his vote', async () => {
    const room = await buildRoom(db(), people, { present: people.actives })
    await open(room)
    await voteAll(room, 'FOR', people.actives.slice(0, 2))
    await db().presence.updateMany({
      where: { meetingId: room.meetingId, memberId: first(people.actives).id },
      data: { present: false },
    })
    expect(await close(room)).toMatchObject({
      state: 'ADOPTED',
      totals: { voices: { for: 2 } },
      present: { members: 20 },
    })
  })
})

describe('6.1-c, unanimity of the founders', () => {
  const unanimity = [{ kind: 'UNANIMITY' as const, among: ['founder'] }]

  it('all present or represented for: adopted, by heads', async () => {
    const room = await buildRoom(db(), people, {
      present: [...people.founders, ...people.actives],
      resolutions: unanimity,
    })
    await open(room)
    await voteAll(room, 'FOR', people.founders)
    expect(await close(room)).toMatchObject({
      state: 'ADOPTED',
      required: 4,
      counted: 4,
      unit: 'members',
      rule: '6.1-c',
    })
  })

  it('one abstention breaks it, and an active member has no vote in it', async () => {
    const room = await buildRoom(db(), people, {
      present: [...people.founders, ...people.actives],
      resolutions: unanimity,
    })
    await open(room)
    await voteAll(room, 'FOR', people.founders.slice(1))
    await voteAll(room, 'ABSTAIN', people.founders.slice(0, 1))
    const active = first(people.actives)
    expect(await (await voter(db(), active)).cast(room, active.id, 'AGAINST')).toMatchObject({
      outcome: 'refused',
      code: 'no-right',
    })
    expect(await close(room)).toMatchObject({ state: 'REJECTED', required: 4, counted: 3 })
  })

  it('is open and by name: never secret, never by hands', async () => {
    const secret = await buildRoom(db(), people, {
      present: [...people.founders, ...people.actives],
      resolutions: [{ kind: 'UNANIMITY', among: ['founder'], secret: true }],
    })
    await expect(open(secret)).rejects.toMatchObject({ reasons: [{ rule: '6.1-c' }] })
    const hands = await buildRoom(db(), people, {
      present: [...people.founders, ...people.actives],
      resolutions: unanimity,
    })
    await expect(
      openBallot(chair, { resolutionId: hands.resolutionId, mode: 'HANDS', warned: false }),
    ).rejects.toMatchObject({ status: 409 })
  })
})
