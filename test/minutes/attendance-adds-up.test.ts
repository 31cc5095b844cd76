import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { meetingFacts } from '~/meetings/session/facts.server'
import { declareOpening } from '~/meetings/session/declare-opening.server'
import { openBallot } from '~/ballots/open-ballot.server'
import { minutesBody } from '~/minutes/facts.query.server'
import { attendanceSentence } from '~/minutes/wording'
import { modelStatutes } from '~/statutes/model'
import { buildAssociation, giveProxy, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { nth, sessionOf } from '../meetings/session/support'

const db = useDatabase()
let association: BuiltAssociation

beforeAll(async () => {
  const remoteVote = { article: '13.4', mode: 'window' as const, hours: 72, countsInQuorum: true }
  const statutes = {
    ...modelStatutes,
    bodies: { ...modelStatutes.bodies, ago: { ...modelStatutes.bodies.ago, remoteVote } },
  }
  association = await buildAssociation(db(), { statutes })
})

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const numbersOf = (text: string | null | undefined) => (plain(text ?? '').match(/\d+/g) ?? []).map(Number)

/** Voted on line, for the resolutions that are not open yet. */
async function voteOnline(resolutionIds: string[], memberIds: string[]) {
  await db().resolution.updateMany({ where: { id: { in: resolutionIds } }, data: { state: 'ONLINE' } })
  await db().slip.createMany({
    data: resolutionIds.flatMap((resolutionId) =>
      memberIds.map((memberId) => ({
        resolutionId,
        memberId,
        voterId: memberId,
        voices: 1,
        category: 'active',
        online: true,
        cast: true,
        choice: 'FOR' as const,
      })),
    ),
  })
}

describe('the minutes add up', () => {
  it('the given case: nine there, one represented, one who voted on line: eleven, nobody of them absent', async () => {
    const session = await sessionOf(db(), association, { resolutions: [{}, {}] })
    const { founders, actives } = association
    await voteOnline(session.resolutionIds, [nth(actives, 9).id])
    await giveProxy(db(), { meetingId: session.id, giverId: nth(actives, 8).id, holderId: nth(actives, 1).id })
    await session.open()
    await session.arriveAll([...founders.slice(0, 3), ...actives.slice(0, 6)])
    await declareOpening(session.president, { meetingId: session.id })
    await openBallot(session.president, {
      resolutionId: nth(session.resolutionIds, 0),
      mode: 'ELECTRONIC',
      warned: true,
    })
    const body = await minutesBody(db(), session.id)
    expect(plain(body.items[0]?.resolutions[0]?.quorum ?? '')).toContain(
      '11 membres prenant part au vote (9 présents, 1 représenté et 1 ayant voté à distance) sur 24',
    )
    expect(plain(attendanceSentence(body))).toContain(
      '9 présents, 1 représenté et 1 ayant voté à distance ; 13 absents',
    )
    const statusOf = (id: string) => body.attendees.find(({ memberId }) => memberId === id)
    expect(statusOf(nth(actives, 9).id)).toMatchObject({ status: 'online', holder: null })
    expect(statusOf(nth(actives, 8).id)).toMatchObject({ status: 'represented', holder: nth(actives, 1).label })
  })

  it('for any session: quorum of the opening and of each vote, body and annexe come to the same', async () => {
    const part = fc.constantFrom(
      'there' as const,
      'online' as const,
      'giver' as const,
      'leaves' as const,
      'absent' as const,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 12, maxLength: 20 }), async (parts) => {
        const session = await sessionOf(db(), association, { resolutions: [{}, {}] })
        const { founders, actives } = association
        const those = (sought: (typeof parts)[number]) => actives.filter((_, index) => parts[index] === sought)
        const holders = those('there')
        await voteOnline(
          session.resolutionIds,
          those('online').map(({ id }) => id),
        )
        for (const [index, giver] of those('giver').slice(0, holders.length).entries())
          await giveProxy(db(), { meetingId: session.id, giverId: giver.id, holderId: nth(holders, index).id })
        await session.open()
        await session.arriveAll([...founders, ...holders, ...those('leaves')])
        const facts = await meetingFacts(db(), session.id)
        if (facts.present.length < 8) return
        await declareOpening(session.president, { meetingId: session.id })
        for (const member of those('leaves')) await session.leave(member)
        const open = (index: number) =>
          openBallot(session.president, {
            resolutionId: nth(session.resolutionIds, index),
            mode: 'PAPER',
            warned: true,
          })
        const met = await open(0).then(
          () => true,
          () => false,
        )
        const body = await minutesBody(db(), session.id)
        const voters = body.attendees.filter(({ mayVote }) => mayVote)
        const present = voters.filter(({ status }) => status !== 'absent')
        // « …, le quorum est atteint : 11 membres … (9 présents, 1 représenté et 1 ayant voté à distance) sur 24, pour 8 requis. »
        const opening = numbersOf(body.quorum?.sentence)
        expect(opening[0]).toBe(present.length)
        expect(opening.slice(1, -2).reduce((sum, each) => sum + each, 0)).toBe(opening[0])
        const [members = 0, , ...spread] = numbersOf(attendanceSentence(body))
        expect(members).toBe(voters.length)
        expect(spread.reduce((sum, each) => sum + each, 0)).toBe(members)
        if (!met) return
        const atVote = numbersOf(body.items[0]?.resolutions[0]?.quorum)
        expect(atVote[0]).toBe(present.length - those('leaves').length)
        expect(atVote.slice(1, -2).reduce((sum, each) => sum + each, 0)).toBe(atVote[0])
      }),
      { numRuns: 5 },
    )
  }, 90_000)
})
