import { beforeAll, describe, expect, it } from 'vitest'
import { currentQuorum } from '~/meetings/session/quorum.server'
import { declareNoQuorum } from '~/ballots/declare-no-quorum.server'
import { declareOpening } from '~/meetings/session/declare-opening.server'
import { signAttendance } from '~/meetings/session/sign-attendance.server'
import { modelStatutes } from '~/statutes/model'
import { useDatabase } from '../../support/database'
import { buildAssociation, contextFor, giveProxy, TEST_DATE, type BuiltAssociation } from '../../support/builders'
import { AT_DOOR, nth, sessionOf, STARTED } from './support'

const db = useDatabase()
let association: BuiltAssociation
beforeAll(async () => {
  association = await buildAssociation(db())
})

const quorum = (meetingId: string) => currentQuorum(db(), meetingId)

describe('13.2-c quorum of an ordinary assembly: a third of 24 members, so 8 heads', () => {
  it.each([
    [7, false],
    [8, true],
    [9, true],
  ])('%i heads present: met %s', async (heads, met) => {
    const session = await sessionOf(db(), association)
    await session.open()
    await session.arriveAll(association.actives.slice(0, heads))
    expect(await quorum(session.id)).toMatchObject({ met, counted: heads, required: 8, base: 24, unit: 'members' })
    if (met)
      expect(await declareOpening(session.president, { meetingId: session.id })).toMatchObject({
        met: true,
        counted: heads,
      })
    else {
      await expect(declareOpening(session.president, { meetingId: session.id })).rejects.toMatchObject({
        status: 409,
        reasons: [{ rule: '13.2-c', figures: { missing: 1 } }],
      })
      expect(await declareNoQuorum(session.president, { meetingId: session.id })).toMatchObject({
        met: false,
        counted: 7,
      })
      expect(await db().meeting.findUnique({ where: { id: session.id } })).toMatchObject({
        state: 'NO_QUORUM',
        openedAt: null,
        openingQuorum: { met: false, counted: 7, required: 8 },
      })
    }
  })

  it('counts heads, not voices; honorary members not at all', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    await session.arriveAll([...association.founders, ...association.honorary])
    expect(await quorum(session.id)).toMatchObject({ counted: 4, met: false })
  })

  it('who leaves takes the quorum with him (4.19), and gives it back when he returns', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    await session.arriveAll(association.actives.slice(0, 8))
    const last = nth(association.actives, 7)
    expect(await session.leave(last)).toMatchObject({ already: false, quorum: { met: false, counted: 7 } })
    expect(await session.leave(last)).toMatchObject({ already: true, quorum: { counted: 7 } })
    expect(await session.arrive(last)).toMatchObject({ already: false, quorum: { met: true, counted: 8 } })
    const events = await db().attendanceEvent.findMany({
      where: { meetingId: session.id, memberId: last.id },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ kind }) => kind)).toEqual(['ARRIVED', 'LEFT', 'ARRIVED'])
  })

  it('counts who is represented, only while the holder is there', async () => {
    const session = await sessionOf(db(), association)
    const [holder, giver] = [nth(association.actives, 0), nth(association.actives, 19)]
    await giveProxy(db(), { meetingId: session.id, giverId: giver.id, holderId: holder.id })
    await session.open()
    expect(await quorum(session.id)).toMatchObject({ counted: 0 })
    await session.arrive(holder)
    expect(await quorum(session.id)).toMatchObject({ counted: 2 })
    expect(await session.leave(holder)).toMatchObject({ unrepresented: [giver.label], quorum: { counted: 0 } })
  })

  it('an offered proxy that the holder has not accepted counts for nobody', async () => {
    const session = await sessionOf(db(), association)
    await giveProxy(db(), {
      meetingId: session.id,
      giverId: nth(association.actives, 5).id,
      holderId: nth(association.actives, 6).id,
      state: 'OFFERED',
    })
    await session.open()
    expect(await session.arrive(nth(association.actives, 6))).toMatchObject({ quorum: { counted: 1 } })
  })

  it('a giver who comes counts once', async () => {
    const session = await sessionOf(db(), association)
    const [holder, giver] = [nth(association.actives, 2), nth(association.actives, 3)]
    await giveProxy(db(), { meetingId: session.id, giverId: giver.id, holderId: holder.id })
    await session.open()
    await session.arriveAll([holder, giver])
    expect(await quorum(session.id)).toMatchObject({ counted: 2 })
  })
})

describe('13.3-b and 8.3-a', () => {
  it.each([
    [11, false],
    [12, true],
    [13, true],
  ])('13.3-b an extraordinary assembly asks for half of 24: %i heads, met %s', async (heads, met) => {
    const session = await sessionOf(db(), association, { body: 'age' })
    await session.open()
    await session.arriveAll([...association.founders, ...association.actives].slice(0, heads))
    expect(await quorum(session.id)).toMatchObject({ met, counted: heads, required: 12 })
  })

  it.each([
    [1, false],
    [2, true],
    [3, true],
  ])('8.3-a the Bureau needs two present: %i, met %s', async (heads, met) => {
    const session = await sessionOf(db(), association, { body: 'bureau' })
    await session.open()
    await session.arriveAll(association.founders.slice(0, heads))
    expect(await quorum(session.id)).toMatchObject({ met, counted: heads, required: 2, base: 3 })
  })
})

describe('declaring', () => {
  it('neither opens nor finds a default before the hour convened', async () => {
    const session = await sessionOf(db(), association)
    const early = await contextFor(db(), nth(association.founders, 0), AT_DOOR)
    await session.open()
    await session.arriveAll(association.actives.slice(0, 8))
    await expect(declareOpening(early, { meetingId: session.id })).rejects.toThrow('18')
    await session.leave(nth(association.actives, 0))
    await expect(declareNoQuorum(early, { meetingId: session.id })).rejects.toThrow('pas encore venue')
  })

  it('finds no default while the quorum is met, nor once the session is open', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    await session.arriveAll(association.actives.slice(0, 8))
    await expect(declareNoQuorum(session.president, { meetingId: session.id })).rejects.toThrow('atteint')
    await declareOpening(session.president, { meetingId: session.id })
    await session.leave(nth(association.actives, 0))
    await expect(declareNoQuorum(session.president, { meetingId: session.id })).rejects.toThrow('déjà déclarée ouverte')
  })

  it('is the chair’s alone, and keeps its first hour when pressed again', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    await session.arriveAll(association.actives.slice(0, 8))
    await expect(declareOpening(session.desk, { meetingId: session.id })).rejects.toMatchObject({ status: 403 })
    await declareOpening(session.president, { meetingId: session.id })
    const later = { ...session.president, now: session.president.now.add({ minutes: 20 }) }
    await declareOpening(later, { meetingId: session.id })
    const { openedAt } = await db().meeting.findUniqueOrThrow({ where: { id: session.id } })
    expect(openedAt?.getTime()).toBe(session.president.now.epochMilliseconds)
  })
})

describe('from afar', () => {
  it('by video is presence only where an article lets vote in session, counted as that article says', async () => {
    const silent = await sessionOf(db(), association, { videoUrl: 'https://visio.example' })
    await silent.open()
    const member = nth(association.actives, 0)
    const ctx = await contextFor(db(), member, STARTED)
    const byVideo = (meetingId: string) =>
      signAttendance(ctx, { meetingId, memberId: member.id, mode: 'VIDEO', typedName: 'Actif Premier' })
    await expect(byVideo(silent.id)).rejects.toMatchObject({ status: 409, reasons: [{ rule: '13.2-d' }] })
    for (const countsInQuorum of [true, false]) {
      const ago = {
        ...modelStatutes.bodies.ago,
        remoteVote: { article: '13.4', mode: 'live' as const, countsInQuorum },
      }
      const settings = { ...modelStatutes, bodies: { ...modelStatutes.bodies, ago } }
      const version = await db().statutesVersion.create({
        data: {
          effectiveFrom: new Date(`202${countsInQuorum ? 1 : 2}-01-01`),
          adoptedOn: new Date('2020-12-01'),
          adoptedBy: 'AGE',
          settings,
          hash: 'test',
          recordedAt: TEST_DATE,
        },
      })
      const live = await sessionOf(
        db(),
        { ...association, statutesId: version.id },
        { videoUrl: 'https://visio.example' },
      )
      await live.open()
      expect(await byVideo(live.id)).toMatchObject({ quorum: { counted: countsInQuorum ? 1 : 0 } })
    }
  })
})
