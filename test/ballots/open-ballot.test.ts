import { beforeAll, describe, expect, it } from 'vitest'
import { closeBallot } from '~/ballots/close-ballot.server'
import { invalidateResolution } from '~/ballots/invalidate-resolution.server'
import { openBallot } from '~/ballots/open-ballot.server'
import { withdrawResolution } from '~/ballots/withdraw-resolution.server'
import type { Context } from '~/platform/context'
import { useDatabase } from '../support/database'
import { addMembers, buildAssociation, contextFor, type BuiltAssociation } from '../support/builders'
import { buildRoom, first, voter } from './room'

const db = useDatabase()
let people: BuiltAssociation
let chair: Context

beforeAll(async () => {
  people = await buildAssociation(db(), {})
  chair = await contextFor(db(), first(people.founders))
})

const open = (resolutionId: string, ctx = chair, warned = false) =>
  openBallot(ctx, { resolutionId, mode: 'ELECTRONIC', warned })

describe('13.2-c, the quorum at the moment of the vote', () => {
  it.each([
    [7, false],
    [8, true],
    [9, true],
  ])('%i heads of 24 present: %s', async (heads, lawful) => {
    const room = await buildRoom(db(), people, { present: [...people.founders, ...people.actives].slice(0, heads) })
    const opening = open(room.resolutionId)
    if (lawful) await expect(opening).resolves.toMatchObject({ met: true, counted: heads, required: 8, base: 24 })
    else
      await expect(opening).rejects.toMatchObject({
        status: 409,
        reasons: [{ rule: '13.2-c', figures: { counted: 7, required: 8, missing: 1 } }],
      })
    const stored = await db().resolution.findUnique({ where: { id: room.resolutionId } })
    expect(stored).toMatchObject(
      lawful ? { state: 'OPEN', quorum: { counted: heads, required: 8 } } : { state: 'PENDING', quorum: null },
    )
  })

  it('lost between two votes, the next does not open; the chair records it and the resolution has no effect', async () => {
    const room = await buildRoom(db(), people, { present: people.actives.slice(0, 8) })
    const [one = '', two = ''] = room.resolutionIds
    await open(one)
    await expect(invalidateResolution(chair, { resolutionId: two })).rejects.toMatchObject({ status: 409 })
    await closeBallot(chair, { resolutionId: one })
    await db().presence.updateMany({
      where: { meetingId: room.meetingId, memberId: first(people.actives).id },
      data: { present: false },
    })
    await expect(open(two)).rejects.toMatchObject({ reasons: [{ rule: '13.2-c' }] })
    await invalidateResolution(chair, { resolutionId: two })
    await invalidateResolution(chair, { resolutionId: two })
    expect(await db().resolution.findUnique({ where: { id: two } })).toMatchObject({
      state: 'INVALID',
      outcome: { state: 'INVALID', required: 8, counted: 7 },
    })
  })
})

describe('who opens, and what', () => {
  it('13.2-d: the chair alone; another member is refused', async () => {
    const room = await buildRoom(db(), people, { present: people.actives })
    const other = await contextFor(db(), first(people.actives))
    await expect(open(room.resolutionId, other)).rejects.toMatchObject({ status: 403 })
    await expect(closeBallot(other, { resolutionId: room.resolutionId })).rejects.toMatchObject({ status: 403 })
    await expect(withdrawResolution(other, { resolutionId: room.resolutionId })).rejects.toMatchObject({ status: 403 })
  })

  it('no vote on an item for information, nor before the session is open', async () => {
    const room = await buildRoom(db(), people, { present: people.actives })
    await db().agendaItem.updateMany({ where: { meetingId: room.meetingId }, data: { kind: 'INFORMATION' } })
    await expect(open(room.resolutionId)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('ordre du jour'),
    })
    const convened = await buildRoom(db(), people, { present: people.actives, state: 'CONVENED' })
    await expect(open(convened.resolutionId)).rejects.toMatchObject({ status: 409 })
  })

  it('one ballot at a time in a meeting', async () => {
    const room = await buildRoom(db(), people, { present: people.actives })
    const [one = '', two = ''] = room.resolutionIds
    await open(one)
    await expect(open(two)).rejects.toMatchObject({ message: expect.stringContaining('résolution 1') })
    await closeBallot(chair, { resolutionId: one })
    await expect(open(two)).resolves.toMatchObject({ met: true })
  })

  it('a secret ballot with two voters of three voices: the chair is warned first, then only totals come out', async () => {
    const room = await buildRoom(db(), people, {
      present: [...people.founders.slice(0, 2), ...people.actives],
      resolutions: [{ secret: true }],
    })
    await expect(open(room.resolutionId)).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(/2.votants à 3.voix/),
      fieldErrors: { warned: [expect.any(String)] },
    })
    await open(room.resolutionId, chair, true)
    const [founder] = people.founders
    if (founder) await (await voter(db(), founder)).cast(room, founder.id, 'AGAINST')
    const outcome = await closeBallot(chair, { resolutionId: room.resolutionId })
    expect(outcome.totals).toEqual({ voices: { for: 0, against: 3, abstained: 0, blank: 0 }, members: null })
  })

  it('withdrawn while open: votes received are never counted, sealed ones are destroyed', async () => {
    const room = await buildRoom(db(), people, { present: people.actives, resolutions: [{ secret: true }] })
    await open(room.resolutionId)
    const person = first(people.actives)
    await (await voter(db(), person)).cast(room, person.id, 'FOR')
    await withdrawResolution(chair, { resolutionId: room.resolutionId })
    expect(await db().sealedVote.count({ where: { resolutionId: room.resolutionId } })).toBe(0)
    expect(await (await voter(db(), person)).cast(room, person.id, 'FOR')).toMatchObject({ kept: true })
    await expect(closeBallot(chair, { resolutionId: room.resolutionId })).rejects.toMatchObject({
      message: expect.stringContaining('retirée'),
    })
    await expect(open(room.resolutionId)).rejects.toMatchObject({ status: 409 })
  })
})

describe('what adoption would do is looked at before the vote', () => {
  it('13.2-b: dues set by an extraordinary assembly are refused', async () => {
    const effect = { kind: 'set-dues', year: 2029, dueOn: '2029-03-31', amounts: { founder: 1, active: 1 } }
    const room = await buildRoom(db(), people, {
      body: 'age',
      present: [...people.founders, ...people.actives],
      resolutions: [{ effect }],
    })
    await expect(open(room.resolutionId)).rejects.toMatchObject({ reasons: [{ rule: '13.2-b' }] })
    expect(await db().duesPeriod.count({ where: { year: 2029 } })).toBe(0)
  })

  it.each([
    ['2022-05-09', true],
    ['2022-05-10', false],
    ['2022-05-11', false],
  ])('6.1-c: active since %s, founder on 10 May 2027: %s', async (admittedOn, lawful) => {
    const [candidate] = await addMembers(db(), {
      category: 'active',
      count: 1,
      name: `Candidat${admittedOn}`,
      admittedOn,
    })
    const effect = { kind: 'grant-founder', memberId: candidate?.id ?? '' }
    const room = await buildRoom(db(), people, {
      present: [...people.founders, ...people.actives],
      accountsOfYear: 2026,
      resolutions: [{ kind: 'UNANIMITY', among: ['founder'], effect }],
    })
    if (!lawful) return expect(open(room.resolutionId)).rejects.toMatchObject({ reasons: [{ rule: '6.1-c' }] })
    await open(room.resolutionId)
    for (const founder of people.founders) await (await voter(db(), founder)).cast(room, founder.id, 'FOR')
    await closeBallot(chair, { resolutionId: room.resolutionId })
    expect(await db().member.findUnique({ where: { id: candidate?.id ?? '' } })).toMatchObject({ category: 'founder' })
  })

  it('6.3-a: an honorary title is recorded once adopted, and not when rejected; 6.4-c: no suspension without its file', async () => {
    const [honoured, undefended, spared] = await addMembers(db(), { category: 'active', count: 3, name: 'Effet' })
    const effects = [
      { kind: 'award-honorary', memberId: honoured?.id ?? '' },
      { kind: 'award-honorary', memberId: spared?.id ?? '' },
      {
        kind: 'suspend-member',
        memberId: undefended?.id ?? '',
        from: '2027-05-10',
        until: '2027-12-31',
        reason: 'Manquements répétés',
      },
    ]
    const room = await buildRoom(db(), people, {
      present: [...people.founders, ...people.actives],
      accountsOfYear: 2026,
      resolutions: effects.map((effect) => ({ effect })),
    })
    const person = first(people.actives)
    const [, , suspension = ''] = room.resolutionIds
    await expect(open(suspension)).rejects.toMatchObject({ reasons: [{ rule: '6.4-c' }] })
    for (const [index, resolutionId] of room.resolutionIds.slice(0, 2).entries()) {
      await open(resolutionId)
      await (await voter(db(), person)).cast({ ...room, resolutionId }, person.id, index === 1 ? 'AGAINST' : 'FOR')
      await closeBallot(chair, { resolutionId })
    }
    const member = (id = '') => db().member.findUniqueOrThrow({ where: { id } })
    expect(await member(honoured?.id)).toMatchObject({ category: 'honorary' })
    expect(await member(undefended?.id)).toMatchObject({ suspendedFrom: null })
    expect(await member(spared?.id)).toMatchObject({ category: 'active' })
    expect(await db().memberEvent.count({ where: { resolutionId: { in: room.resolutionIds } } })).toBe(1)
  })
})
