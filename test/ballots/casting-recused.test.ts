import { beforeAll, describe, expect, it } from 'vitest'
import { ballotsPage } from '~/ballots/ballots-page.query.server'
import { chairInvolvedIn } from '~/ballots/on-person.server'
import { closeBallot } from '~/ballots/close-ballot.server'
import { participation } from '~/ballots/participation.query.server'
import { meetingFacts } from '~/meetings/session/facts.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { buildAssociation, contextFor, TEST_NOW, type BuiltAssociation, type BuiltMember } from '../support/builders'
import { useDatabase } from '../support/database'
import { buildRoom, first, voter } from './room'

const db = useDatabase()
let people: BuiltAssociation
let chair: Context
let next = 14

beforeAll(async () => {
  people = await buildAssociation(db(), {})
  chair = await contextFor(db(), first(people.founders))
})

/** An open vote on the exclusion of an active member, everybody there; `recused` in his case. */
async function voteOnPerson(recused: readonly BuiltMember[], secret = false, concerned?: BuiltMember) {
  const target = concerned ?? people.actives[next++]
  if (!target) throw new Error('members are missing')
  const file = await db().disciplinaryCase.create({
    data: {
      kind: 'EXCLUSION',
      state: 'DEFERRED',
      memberId: target.id,
      facts: '2027-03-03 A interrompu la réunion du Bureau et retenu les clés du local.',
      ruleBroken: 'article 4',
      sanction: 'l’exclusion de l’association',
      openedAt: dateFromInstant(TEST_NOW),
      organ: 'ago',
      recusals: {
        create: recused.map(({ id, label }) => ({
          memberId: id,
          name: label,
          ground: 'complainant',
          recordedAt: dateFromInstant(TEST_NOW),
        })),
      },
    },
  })
  const present = [...people.founders, ...people.actives]
  const effect = { kind: 'exclude-member', memberId: target.id, caseId: file.id }
  const room = await buildRoom(db(), people, { present, resolutions: [{ secret, effect }] })
  return { ...room, caseId: file.id }
}

/** 12 voices for, 12 against: the founders, the President among them, against twelve actives. */
async function tie(room: { meetingId: string; resolutionId: string }) {
  await db().resolution.update({
    where: { id: room.resolutionId },
    data: { state: 'OPEN', mode: 'ELECTRONIC', openedAt: dateFromInstant(TEST_NOW) },
  })
  for (const member of people.founders) await (await voter(db(), member)).cast(room, member.id, 'AGAINST')
  for (const member of people.actives.slice(0, 12)) await (await voter(db(), member)).cast(room, member.id, 'FOR')
  return closeBallot(chair, { resolutionId: room.resolutionId })
}

describe('4.24 the casting vote in a vote on a person', () => {
  it('4.24 whoever is recused votes as a member, but settles no tie: rejected, and it says why', async () => {
    const room = await voteOnPerson([first(people.founders)])
    const offer = (await ballotsPage(chair, await meetingOf(room.meetingId), null)).next
    expect(offer?.onPerson).toEqual({ chair: 'Dr Fondateur 1', casting: 'Dr Fondateur 1' })
    const outcome = await tie(room)
    expect(outcome).toMatchObject({
      state: 'REJECTED',
      casting: null,
      castingBy: null,
      voters: { members: 16, voices: 24 },
      totals: { voices: { for: 12, against: 12 } },
    })
    const said = outcome.reasons.map(({ sentence }) => sentence)
    expect(said).toContainEqual(expect.stringContaining('n’a pas voix prépondérante'))
    expect(said).toContainEqual(expect.stringContaining('gardent leur voix de membre'))
    expect(outcome.reasons).toContainEqual(
      expect.objectContaining({ rule: '13.2-d', figures: expect.objectContaining({ recused: true }) }),
    )
  })

  it('4.24 nobody recused: the President’s own vote settles the tie, as in any open ballot', async () => {
    const room = await voteOnPerson([])
    expect((await ballotsPage(chair, await meetingOf(room.meetingId), null)).next?.onPerson).toBeNull()
    expect(await tie(room)).toMatchObject({ state: 'REJECTED', casting: 'against', castingBy: 'Dr Fondateur 1' })
  })

  it('4.24 the President recused, a vice-president who presides settles nothing in his place', async () => {
    const [, second] = people.founders
    if (!second) throw new Error('members are missing')
    const room = await voteOnPerson([first(people.founders)])
    await db().meeting.update({ where: { id: room.meetingId }, data: { chairMemberId: second.id } })
    expect(await tie(room)).toMatchObject({ state: 'REJECTED', casting: null })
  })

  it('4.24 the President whose own exclusion is voted; the hand count asks for his vote no more', async () => {
    const room = await voteOnPerson([], false, first(people.founders))
    await db().resolution.update({ where: { id: room.resolutionId }, data: { state: 'OPEN', mode: 'HANDS' } })
    expect(await participation(db(), room.resolutionId)).toMatchObject({ casting: false, castingRecused: true })
  })

  it('4.24 in a secret ballot, no reading says that his voice could have settled the tie', async () => {
    const room = await voteOnPerson([first(people.founders)], true)
    const outcome = await tie(room)
    expect(outcome).toMatchObject({ state: 'REJECTED', casting: null, sensitive: [] })
  })

  it('4.10 the console of the session says beforehand that another should preside the point', async () => {
    const room = await voteOnPerson([first(people.founders)])
    const facts = await meetingFacts(db(), room.meetingId)
    expect(await chairInvolvedIn(chair, facts)).toEqual({ chair: 'Dr Fondateur 1', numbers: [1] })
    const [, second] = people.founders
    const other = { ...facts, meeting: { ...facts.meeting, chairMemberId: second?.id ?? null } }
    expect(await chairInvolvedIn(chair, other)).toBeNull()
  })
})

const meetingOf = (id: string) => db().meeting.update({ where: { id }, data: { openedAt: dateFromInstant(TEST_NOW) } })
