import { beforeAll, describe, expect, it } from 'vitest'
import { castVotes } from '~/ballots/cast-votes.server'
import { closeBallot } from '~/ballots/close-ballot.server'
import type { ManualCount } from '~/ballots/manual-count'
import { openBallot } from '~/ballots/open-ballot.server'
import { recordVote } from '~/ballots/record-vote.server'
import { openOnlineVoting } from '~/ballots/open-online-voting.server'
import type { Context } from '~/platform/context'
import { sessionHash } from '~/platform/session.server'
import { modelStatutes } from '~/statutes/model'
import { instantOf } from '~/platform/clock.server'
import { dateFromInstant } from '~/platform/dates'
import { useDatabase } from '../support/database'
import {
  buildAssociation,
  contextFor,
  cookieFor,
  giveProxy,
  type BuiltAssociation,
  type BuiltMember,
} from '../support/builders'
import { buildRoom, first } from './room'

const db = useDatabase()
let people: BuiltAssociation
let chair: Context

const remoteVote = { article: '13.4', mode: 'window' as const, hours: 72, countsInQuorum: true }
const statutes = {
  ...modelStatutes,
  bodies: { ...modelStatutes.bodies, ago: { ...modelStatutes.bodies.ago, remoteVote } },
}

beforeAll(async () => {
  people = await buildAssociation(db(), { statutes })
  chair = await contextFor(db(), first(people.founders))
})

const totals = (yes: number, against: number) => ({ for: yes, against, blank: 0, abstained: 0 })
const hands = (change: Partial<ManualCount>): ManualCount => ({
  unit: 'voices',
  voices: null,
  members: null,
  sheet: 0,
  papers: null,
  tellers: ['Anne Petit', 'Luc Roy'],
  presidentVote: null,
  ...change,
})

describe('votes counted in the room', () => {
  it('13.2-d: a show of hands that ties is decided by the President’s raised hand', async () => {
    const room = await buildRoom(db(), people, { present: [...people.founders, ...people.actives.slice(0, 12)] })
    await openBallot(chair, { resolutionId: room.resolutionId, mode: 'HANDS', warned: false })
    await expect(closeBallot(chair, { resolutionId: room.resolutionId })).rejects.toMatchObject({
      message: expect.stringContaining('décompte'),
    })
    const manual = hands({ members: totals(4, 12), voices: totals(12, 12), sheet: 16, presidentVote: 'against' })
    await expect(
      closeBallot(chair, { resolutionId: room.resolutionId, manual: { ...manual, sheet: 15 } }),
    ).rejects.toMatchObject({ status: 400, fieldErrors: { sheet: [expect.any(String)] } })
    expect(await closeBallot(chair, { resolutionId: room.resolutionId, manual })).toMatchObject({
      state: 'REJECTED',
      casting: 'against',
    })
    expect(await db().resolution.findUnique({ where: { id: room.resolutionId } })).toMatchObject({
      manualCount: { tellers: ['Anne Petit', 'Luc Roy'] },
    })
  })

  it('papers give voices only: heads are not invented', async () => {
    const room = await buildRoom(db(), people, {
      present: [...people.founders, ...people.actives.slice(0, 12)],
      resolutions: [{ secret: true }],
    })
    await openBallot(chair, { resolutionId: room.resolutionId, mode: 'PAPER', warned: false })
    const outcome = await closeBallot(chair, {
      resolutionId: room.resolutionId,
      manual: hands({ voices: totals(13, 11), papers: 24, sheet: 16 }),
    })
    expect(outcome).toMatchObject({
      state: 'ADOPTED',
      totals: { voices: totals(13, 11), members: null },
      voters: { members: null, voices: 24 },
    })
  })
})

describe('a vote said aloud by who has no phone', () => {
  it('6.1-e: is written by the chair, once, and not in a secret ballot', async () => {
    const [one, two] = people.actives
    if (!one || !two) return
    const room = await buildRoom(db(), people, { present: people.actives, proxies: [[first(people.founders), one]] })
    await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: false })
    const say = (memberId: string, ctx = chair) =>
      recordVote(ctx, { resolutionId: room.resolutionId, memberId, choice: 'AGAINST' })
    expect(await say(two.id)).toMatch(/^[0-9a-f-]{36}$/)
    await say(first(people.founders).id)
    await expect(say(two.id)).rejects.toMatchObject({ status: 400 })
    await expect(say(people.founders[2]?.id ?? '')).rejects.toMatchObject({ status: 400 })
    await expect(say(one.id, await contextFor(db(), two))).rejects.toMatchObject({ status: 403 })
    expect(await closeBallot(chair, { resolutionId: room.resolutionId })).toMatchObject({
      state: 'REJECTED',
      totals: { voices: totals(0, 4) },
    })
    const secret = await buildRoom(db(), people, { present: people.actives, resolutions: [{ secret: true }] })
    await openBallot(chair, { resolutionId: secret.resolutionId, mode: 'ELECTRONIC', warned: false })
    await expect(
      recordVote(chair, { resolutionId: secret.resolutionId, memberId: one.id, choice: 'FOR' }),
    ).rejects.toMatchObject({ status: 409 })
  })
})

describe('remoteVote window: voting on line before the session', () => {
  const start = instantOf('2027-06-12', '18:30')
  const during = start.subtract({ hours: 10 })

  async function onlineRoom(secret: boolean, present: readonly BuiltMember[] = []) {
    const room = await buildRoom(db(), people, { state: 'CONVENED', present, resolutions: [{ secret }] })
    return room
  }
  const hashOf = async (person: BuiltMember) => sessionHash(await cookieFor(db(), person, during))
  const press = async (
    room: { meetingId: string; resolutionId: string },
    person: BuiltMember,
    choice: 'FOR' | 'AGAINST',
    memberId = person.id,
  ) =>
    first(
      await castVotes(
        { db: db(), now: during, sessionHash: await hashOf(person) },
        { ...room, votes: [{ memberId, choice }], confirmed: true },
      ),
    )
  const openSessionRaw = async (room: { meetingId: string }) => {
    await db()
      .$executeRaw`insert into "ElectorateEntry" select "meetingId", 'OPENING', "memberId", position, label, category, voices, convened, attends, "mayVote", "countsInQuorum", "admittedOn", "bornOn", "duesSettledOn", "duesOk", suspended, president, reasons from "ElectorateEntry" where "meetingId" = ${room.meetingId}::uuid`
    await db().meeting.update({
      where: { id: room.meetingId },
      data: { state: 'OPEN', openedAt: dateFromInstant(start), chairMemberId: first(people.founders).id },
    })
  }

  it.each([
    [73, 0],
    [72, 1],
    [71, 1],
  ])('opens %i hours before the session: %i resolution', async (hours, opened) => {
    const room = await onlineRoom(false)
    expect(await openOnlineVoting({ ...chair, now: start.subtract({ hours }) }, room)).toBe(opened)
    expect(await openOnlineVoting({ ...chair, now: start.subtract({ hours }) }, room)).toBe(0)
  })

  it('6.4-b does not ask whether to remove a member who has paid since', async () => {
    const { id: duesId, memberId } = await db().dues.findFirstOrThrow({ where: { closedAs: 'SETTLED' } })
    const effect = { kind: 'remove-member' as const, memberId, duesId }
    const room = await buildRoom(db(), people, { state: 'CONVENED', resolutions: [{ secret: true, effect }] })
    expect(await openOnlineVoting({ ...chair, now: during }, room)).toBe(0)
    expect(await db().resolution.findUniqueOrThrow({ where: { id: room.resolutionId } })).toMatchObject({
      state: 'WITHDRAWN',
    })
  })

  it('is never open where the statutes are silent', async () => {
    const room = await buildRoom(db(), people, { state: 'CONVENED', body: 'age' })
    expect(await openOnlineVoting({ ...chair, now: during }, room)).toBe(0)
  })

  it('counts as presence for that resolution, and adds to the votes in the room', async () => {
    const room = await onlineRoom(false)
    await openOnlineVoting({ ...chair, now: during }, room)
    for (const person of people.actives.slice(0, 5))
      expect(await press(room, person, 'FOR')).toMatchObject({ outcome: 'counted' })
    await openSessionRaw(room)
    for (const person of people.actives.slice(5, 8))
      await db().presence.create({
        data: {
          meetingId: room.meetingId,
          memberId: person.id,
          present: true,
          mode: 'IN_PERSON',
          since: dateFromInstant(start),
        },
      })
    expect(
      await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: false }),
    ).toMatchObject({ met: true, counted: 8 })
    expect(await press(room, people.actives[6] ?? first(people.actives), 'AGAINST')).toMatchObject({
      outcome: 'counted',
    })
    expect(await closeBallot(chair, { resolutionId: room.resolutionId })).toMatchObject({
      state: 'ADOPTED',
      totals: { voices: totals(5, 1) },
      present: { members: 8 },
    })
  })

  it.each([false, true])('who then comes has one vote, and is told which stands (secret: %s)', async (secret) => {
    const room = await onlineRoom(secret)
    await openOnlineVoting({ ...chair, now: during }, room)
    const [person, holder] = people.actives
    if (!person || !holder) return
    const early = await press(room, person, 'FOR')
    await openSessionRaw(room)
    const since = dateFromInstant(start)
    await db().presence.createMany({
      data: people.actives.slice(1, 9).map(({ id }) => ({
        meetingId: room.meetingId,
        memberId: id,
        present: true,
        mode: 'IN_PERSON' as const,
        since,
      })),
    })
    await giveProxy(db(), { meetingId: room.meetingId, giverId: person.id, holderId: holder.id })
    await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: true })
    expect(await press(room, holder, 'AGAINST', person.id)).toMatchObject({
      outcome: 'refused',
      code: 'voted-by-giver',
    })
    await db().presence.create({
      data: { meetingId: room.meetingId, memberId: person.id, present: true, mode: 'IN_PERSON', since },
    })
    const late = await press(room, person, 'AGAINST')
    expect(late).toMatchObject({
      outcome: 'counted',
      receipt: early.outcome === 'counted' ? early.receipt : '',
      kept: secret,
    })
    const outcome = await closeBallot(chair, { resolutionId: room.resolutionId })
    expect(outcome.totals.voices).toMatchObject(secret ? totals(1, 0) : totals(0, 1))
  })
})
