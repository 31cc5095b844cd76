import { beforeAll, describe, expect, it } from 'vitest'
import { closeBallot } from '~/ballots/close-ballot.server'
import { openBallot } from '~/ballots/open-ballot.server'
import { recordArrival } from '~/meetings/session/record-arrival.server'
import type { Context } from '~/platform/context'
import { useDatabase } from '../support/database'
import { buildAssociation, contextFor, type BuiltAssociation } from '../support/builders'
import { buildRoom, first, voter } from './room'

const db = useDatabase()
let people: BuiltAssociation
let chair: Context

beforeAll(async () => {
  people = await buildAssociation(db(), { actives: 24 })
  chair = await contextFor(db(), first(people.founders))
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('voting while the chair closes', () => {
  it.each([false, true])(
    'over fifty rounds, each vote is counted with a receipt or refused: none is lost (secret: %s)',
    async (secret) => {
      const crowd = people.actives.slice(0, 12)
      const latecomer = crowd.at(-1)
      const voters = await Promise.all(crowd.map((person) => voter(db(), person)))
      let counted = 0
      let refused = 0
      for (let round = 0; round < 25; round += 1) {
        const room = await buildRoom(db(), people, { present: people.actives, resolutions: [{ secret }] })
        await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: false })
        const vote = (person: (typeof crowd)[number], index: number) =>
          voters[index]?.cast(room, person.id, index % 3 === 0 ? 'AGAINST' : 'FOR')
        const early = crowd.slice(0, 1).map(vote)
        await Promise.all(early)
        const closing = pause(Math.random() * 25).then(() => closeBallot(chair, { resolutionId: room.resolutionId }))
        const others = crowd.slice(1).map(async (person, index) => {
          await (person === latecomer ? closing : pause(Math.random() * 25))
          return vote(person, index + 1)
        })
        const [outcome, results] = await Promise.all([closing, Promise.all([...early, ...others])])
        const receipts = results.flatMap((result) => (result?.outcome === 'counted' ? [result.receipt] : []))
        const slips = await db().slip.findMany({ where: { resolutionId: room.resolutionId, cast: true } })
        expect(slips.map(({ receipt }) => receipt).sort()).toEqual(receipts.sort())
        const { for: yes = 0, against = 0 } = outcome.totals.voices ?? {}
        expect(yes + against).toBe(receipts.length)
        if (secret) expect(await db().paper.count({ where: { resolutionId: room.resolutionId } })).toBe(receipts.length)
        expect(
          results
            .filter((result) => result?.outcome === 'refused')
            .every((result) => result?.outcome === 'refused' && result.code === 'closed'),
        ).toBe(true)
        counted += receipts.length
        refused += results.length - receipts.length
      }
      expect(counted).toBeGreaterThan(0)
      expect(refused).toBeGreaterThan(0)
    },
    60_000,
  )

  it('pressed twenty times at once, the closing decides once and its effect is carried out once', async () => {
    const effect = { kind: 'set-dues', year: 2028, dueOn: '2028-03-31', amounts: { founder: 9000, active: 6000 } }
    const room = await buildRoom(db(), people, { present: people.actives, resolutions: [{ effect }] })
    await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: false })
    const person = first(people.actives)
    await (await voter(db(), person)).cast(room, person.id, 'FOR')
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => closeBallot(chair, { resolutionId: room.resolutionId })),
    )
    expect(new Set(outcomes.map(({ state }) => state))).toEqual(new Set(['ADOPTED']))
    expect(await db().duesPeriod.findMany({ where: { year: 2028 }, select: { resolutionId: true } })).toEqual([
      { resolutionId: room.resolutionId },
    ])
    expect(await db().dues.count({ where: { period: { year: 2028 } } })).toBe(28)
    expect(await db().journalEntry.count({ where: { act: 'ballot.closed', subjectId: room.resolutionId } })).toBe(1)
    expect(await db().liveEvent.count({ where: { topic: `meeting:${room.meetingId}`, kind: 'ballot-closed' } })).toBe(1)
  })

  it('opened twice at once, one ballot opens', async () => {
    const room = await buildRoom(db(), people, { present: people.actives })
    const open = (index: number) =>
      openBallot(chair, { resolutionId: room.resolutionIds[index] ?? '', mode: 'ELECTRONIC', warned: false })
    const results = await Promise.allSettled([open(0), open(1), open(0), open(1)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().resolution.count({ where: { meetingId: room.meetingId, state: 'OPEN' } })).toBe(1)
  })
})

describe('arriving while one’s holder votes', () => {
  it('the giver’s voices are used once: by the holder before, by himself after', async () => {
    const [giver, holder] = people.actives
    if (!giver || !holder) return
    const [self, other] = await Promise.all([voter(db(), giver), voter(db(), holder)])
    for (let round = 0; round < 15; round += 1) {
      const room = await buildRoom(db(), people, { present: people.actives.slice(1), proxies: [[giver, holder]] })
      await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: false })
      const arrival = async () => {
        await pause(Math.random() * 20)
        await recordArrival(chair, { meetingId: room.meetingId, memberId: giver.id })
        return self.cast(room, giver.id, 'AGAINST')
      }
      const proxyVote = async () => {
        await pause(Math.random() * 20)
        return other.cast(room, giver.id, 'FOR')
      }
      const [own, byProxy] = await Promise.all([arrival(), proxyVote()])
      expect([own, byProxy].filter(({ outcome }) => outcome === 'counted')).toHaveLength(1)
      const outcome = await closeBallot(chair, { resolutionId: room.resolutionId })
      expect(outcome.totals.voices).toMatchObject(
        own.outcome === 'counted' ? { for: 0, against: 1 } : { for: 1, against: 0 },
      )
    }
  }, 40_000)
})
