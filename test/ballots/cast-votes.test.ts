import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '~/platform/db.server'
import { buildAssociation, cookieFor, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { castVotes } from '~/ballots/cast-votes.server'
import { seesLiveRow } from '~/ballots/live-row'
import { meetingTopic } from '~/meetings/session/facts.server'
import { sessionHash } from '~/platform/session.server'
import { TEST_DATE, TEST_NOW } from '../support/builders'
import { buildRoom, first, openRaw, receiptOf, voter } from './room'

const db = useDatabase()
let people: BuiltAssociation

beforeAll(async () => {
  people = await buildAssociation(db(), { founders: 4, actives: 110 })
})

const slipsOf = (client: Db, resolutionId: string) => client.slip.findMany({ where: { resolutionId } })

describe('many at once', () => {
  it('a hundred voters in the same moment are exactly a hundred slips and a hundred receipts', async () => {
    const crowd = people.actives.slice(0, 100)
    const room = await buildRoom(db(), people, { present: crowd })
    await openRaw(db(), room.resolutionId)
    const voters = await Promise.all(crowd.map((person) => voter(db(), person)))
    const results = await Promise.all(
      voters.map(({ cast }, index) => cast(room, crowd[index]?.id ?? '', index % 2 ? 'FOR' : 'AGAINST')),
    )
    const receipts = new Set(results.map(receiptOf))
    const slips = await slipsOf(db(), room.resolutionId)
    expect(slips).toHaveLength(100)
    expect(receipts).toEqual(new Set(slips.map(({ receipt }) => receipt)))
    expect(slips.filter(({ choice }) => choice === 'FOR')).toHaveLength(50)
  })

  it.each([false, true])(
    'the same voter pressing twenty times at once has one slip and one receipt (secret: %s)',
    async (secret) => {
      const [person] = people.actives
      if (!person) return
      const room = await buildRoom(db(), people, { present: [person], resolutions: [{ secret }] })
      await openRaw(db(), room.resolutionId)
      const { cast } = await voter(db(), person)
      const results = await Promise.all(Array.from({ length: 20 }, () => cast(room, person.id, 'FOR')))
      expect(new Set(results.map(receiptOf)).size).toBe(1)
      expect(await slipsOf(db(), room.resolutionId)).toHaveLength(1)
      expect(await db().sealedVote.count({ where: { resolutionId: room.resolutionId } })).toBe(secret ? 1 : 0)
    },
  )

  it('two screens of one voter that choose otherwise at once: one choice stands, an answer names it, the screens are told', async () => {
    const [person, other] = people.actives
    if (!person || !other) return
    for (let round = 0; round < 10; round += 1) {
      const room = await buildRoom(db(), people, { present: [person, other] })
      await openRaw(db(), room.resolutionId)
      const screens = await Promise.all([voter(db(), person), voter(db(), person)])
      const results = await Promise.all(
        screens.map(({ cast }, index) => cast(room, person.id, index === 0 ? 'FOR' : 'AGAINST')),
      )
      const slip = first(await slipsOf(db(), room.resolutionId))
      const late = results.filter((result) => result.outcome === 'counted' && result.replaced)
      expect(new Set(results.map(receiptOf)).size).toBe(1)
      expect(late).toMatchObject([{ choice: slip.choice }])
      const events = await db().liveEvent.findMany({
        where: { topic: meetingTopic(room.meetingId), kind: 'vote-replaced' },
      })
      expect(events.map(({ data }) => data)).toEqual([{ voterId: person.id }])
      const [row] = events.map(({ id, ...event }) => ({ ...event, id: String(id) }))
      expect(row && [seesLiveRow(row, [person.id]), seesLiveRow(row, [other.id]), seesLiveRow(row, [])]).toEqual([
        true,
        false,
        false,
      ])
    }
  })

  it('two presses in one statement: both answers name the choice that stands', async () => {
    const [person] = people.actives
    if (!person) return
    const room = await buildRoom(db(), people, { present: [person] })
    await openRaw(db(), room.resolutionId)
    const { castAll } = await voter(db(), person)
    const press = (choice: 'FOR' | 'AGAINST') => castAll({ ...room, votes: [{ memberId: person.id, choice }] })
    const results = (await Promise.all([press('FOR'), press('AGAINST'), press('FOR'), press('AGAINST')])).flat()
    const slip = first(await slipsOf(db(), room.resolutionId))
    expect(results.at(-1)).toMatchObject({ outcome: 'counted', choice: slip.choice })
    expect(results.filter((result) => result.outcome === 'counted' && result.replaced)).toHaveLength(3)
  })

  it('6.1-e: a member and the holder of his proxy who press together use his voices once', async () => {
    const [giver, holder] = people.actives
    if (!giver || !holder) return
    for (let round = 0; round < 10; round += 1) {
      const room = await buildRoom(db(), people, {
        present: [holder],
        proxies: [[giver, holder]],
        resolutions: [{ secret: round % 2 === 0 }],
      })
      await openRaw(db(), room.resolutionId)
      const [self, other] = await Promise.all([voter(db(), giver), voter(db(), holder)])
      const arrive = db().presence.create({
        data: { meetingId: room.meetingId, memberId: giver.id, present: true, mode: 'IN_PERSON', since: TEST_DATE },
      })
      const results = await Promise.all([
        other.cast(room, giver.id, 'FOR'),
        arrive.then(() => self.cast(room, giver.id, 'AGAINST')),
      ])
      expect(results.filter(({ outcome }) => outcome === 'counted')).toHaveLength(1)
      const slip = first(await slipsOf(db(), room.resolutionId))
      expect(slip.voterId).toBe(results[0]?.outcome === 'counted' ? holder.id : giver.id)
    }
  })
})

describe('a vote sent again', () => {
  it('in an open ballot another choice replaces the first, under the same receipt', async () => {
    const person = first(people.founders)
    const room = await buildRoom(db(), people, { present: [person] })
    await openRaw(db(), room.resolutionId)
    const { cast } = await voter(db(), person)
    const receipts = [await cast(room, person.id, 'FOR'), await cast(room, person.id, 'ABSTAIN')].map(receiptOf)
    expect(receipts[0]).toBe(receipts[1])
    expect(await slipsOf(db(), room.resolutionId)).toMatchObject([
      { choice: 'ABSTAIN', voices: 3, category: 'founder' },
    ])
  })

  it('in a secret ballot the first stands, and its receipt comes back', async () => {
    const person = first(people.founders)
    const room = await buildRoom(db(), people, { present: [person], resolutions: [{ secret: true }] })
    await openRaw(db(), room.resolutionId)
    const { cast } = await voter(db(), person)
    const one = await cast(room, person.id, 'FOR')
    const two = await cast(room, person.id, 'AGAINST')
    expect(two).toEqual({
      memberId: person.id,
      outcome: 'counted',
      receipt: receiptOf(one),
      kept: true,
      replaced: false,
      choice: null,
    })
    expect(await db().sealedVote.count({ where: { resolutionId: room.resolutionId } })).toBe(1)
  })

  it('after the closing it still gives its receipt, and another choice is refused', async () => {
    const person = first(people.founders)
    const room = await buildRoom(db(), people, { present: [person] })
    await openRaw(db(), room.resolutionId)
    const { cast } = await voter(db(), person)
    const receipt = receiptOf(await cast(room, person.id, 'FOR'))
    await db().resolution.update({ where: { id: room.resolutionId }, data: { state: 'ADOPTED' } })
    expect(await cast(room, person.id, 'FOR')).toMatchObject({ outcome: 'counted', receipt, kept: true })
    expect(await cast(room, person.id, 'AGAINST')).toMatchObject({ outcome: 'refused', code: 'closed' })
  })
})

describe('whose voices', () => {
  it('13.1-a: for oneself and each giver in one press, each with its own choice', async () => {
    const [holder, one, two] = people.founders
    if (!holder || !one || !two) return
    const room = await buildRoom(db(), people, {
      present: [holder],
      proxies: [
        [one, holder],
        [two, holder],
      ],
    })
    await openRaw(db(), room.resolutionId)
    const { castAll } = await voter(db(), holder)
    const results = await castAll({
      ...room,
      votes: [
        { memberId: holder.id, choice: 'FOR' },
        { memberId: one.id, choice: 'AGAINST' },
        { memberId: two.id, choice: 'BLANK' },
      ],
    })
    expect(results.map(({ outcome }) => outcome)).toEqual(['counted', 'counted', 'counted'])
    const slips = await slipsOf(db(), room.resolutionId)
    expect(slips.map(({ voterId }) => voterId)).toEqual([holder.id, holder.id, holder.id])
    expect(slips.reduce((sum, { voices }) => sum + voices, 0)).toBe(9)
  })

  it('an arriving giver keeps the vote his holder cast, and votes himself at the next', async () => {
    const [giver, holder] = people.actives
    if (!giver || !holder) return
    const room = await buildRoom(db(), people, { present: [holder], proxies: [[giver, holder]] })
    await openRaw(db(), room.resolutionId)
    await (await voter(db(), holder)).cast(room, giver.id, 'FOR')
    await db().presence.create({
      data: { meetingId: room.meetingId, memberId: giver.id, present: true, mode: 'IN_PERSON', since: TEST_DATE },
    })
    const self = await voter(db(), giver)
    expect(await self.cast(room, giver.id, 'AGAINST')).toMatchObject({ outcome: 'refused', code: 'voted-by-holder' })
    expect(await (await voter(db(), holder)).cast(room, giver.id, 'AGAINST')).toMatchObject({
      outcome: 'refused',
      code: 'voted-by-giver',
    })
  })

  it.each([
    ['absent', 'not-present'],
    ['honorary', 'no-right'],
  ] as const)('6.3-a, 13.2-c: %s, no vote (%s)', async (who, code) => {
    const person = who === 'absent' ? first(people.actives) : first(people.honorary)
    const room = await buildRoom(db(), people, { present: [...people.founders, ...people.honorary] })
    await openRaw(db(), room.resolutionId)
    expect(await (await voter(db(), person)).cast(room, person.id, 'FOR')).toMatchObject({ outcome: 'refused', code })
  })

  it('nobody votes for another, nor in a ballot of another meeting', async () => {
    const [one, two] = people.actives
    if (!one || !two) return
    const room = await buildRoom(db(), people, { present: [one, two] })
    const other = await buildRoom(db(), people, { present: [one, two] })
    await openRaw(db(), room.resolutionId)
    const { cast } = await voter(db(), one)
    expect(await cast(room, two.id, 'FOR')).toMatchObject({ outcome: 'refused', code: 'no-right' })
    expect(await cast({ ...room, meetingId: other.meetingId }, one.id, 'FOR')).toMatchObject({ outcome: 'refused' })
    expect(await slipsOf(db(), room.resolutionId)).toHaveLength(0)
  })

  it('by video, only where the ballot takes such votes', async () => {
    const person = first(people.actives)
    const room = await buildRoom(db(), people, { video: [person] })
    await openRaw(db(), room.resolutionId)
    const { cast } = await voter(db(), person)
    expect(await cast(room, person.id, 'FOR')).toMatchObject({ outcome: 'refused' })
    await db().resolution.update({ where: { id: room.resolutionId }, data: { videoVotes: true } })
    expect(await cast(room, person.id, 'FOR')).toMatchObject({ outcome: 'counted' })
  })

  it('a session that is revoked, too old or of nobody votes no more', async () => {
    const person = first(people.actives)
    const room = await buildRoom(db(), people, { present: [person] })
    await openRaw(db(), room.resolutionId)
    const hash = sessionHash(await cookieFor(db(), person))
    const input = { ...room, votes: [{ memberId: person.id, choice: 'FOR' as const }], confirmed: true }
    const press = (now = TEST_NOW, used = hash) => castVotes({ db: db(), now, sessionHash: used }, input)
    await expect(press(TEST_NOW, null)).rejects.toMatchObject({ status: 403 })
    await expect(press(TEST_NOW, 'unknown')).rejects.toMatchObject({ status: 403 })
    await expect(press(TEST_NOW.add({ hours: 24 * 31 }))).rejects.toMatchObject({ status: 403 })
    await db().session.updateMany({ where: { tokenHash: hash ?? '' }, data: { revokedAt: TEST_DATE } })
    await expect(press()).rejects.toMatchObject({ status: 403 })
    expect(await slipsOf(db(), room.resolutionId)).toHaveLength(0)
  })
})

describe('the database itself', () => {
  it('refuses a slip in a closed ballot, a choice in a secret one, an edit after the closing', async () => {
    const person = first(people.actives)
    const room = await buildRoom(db(), people, { present: [person], resolutions: [{ secret: true }, {}] })
    const [secret = '', open = ''] = room.resolutionIds
    const slip = { memberId: person.id, voterId: person.id, voices: 1, category: 'active', cast: true }
    await expect(db().slip.create({ data: { ...slip, resolutionId: open, choice: 'FOR' } })).rejects.toThrow(
      /no such slip/,
    )
    await openRaw(db(), secret)
    await expect(db().slip.create({ data: { ...slip, resolutionId: secret, choice: 'FOR' } })).rejects.toThrow(
      /no such slip/,
    )
    await expect(openRaw(db(), open)).rejects.toMatchObject({ code: 'P2002' })
    await db().slip.create({ data: { ...slip, resolutionId: secret } })
    await db().resolution.update({ where: { id: secret }, data: { state: 'REJECTED' } })
    await expect(db().slip.updateMany({ where: { resolutionId: secret }, data: { voices: 9 } })).rejects.toThrow(
      /no such slip|closed/,
    )
    await expect(db().slip.deleteMany({ where: { resolutionId: secret } })).rejects.toThrow(/closed/)
    await expect(
      db().paper.create({
        data: { id: crypto.randomUUID(), resolutionId: secret, unit: 'voices', among: '', choice: 'FOR' },
      }),
    ).rejects.toThrow(/closed/)
    await expect(db().resolution.update({ where: { id: secret }, data: { state: 'ADOPTED' } })).rejects.toThrow(
      /decided/,
    )
  })
})
