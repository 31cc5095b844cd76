import { beforeAll, describe, expect, it } from 'vitest'
import { recordArrival } from '~/meetings/session/record-arrival.server'
import { signAttendance } from '~/meetings/session/sign-attendance.server'
import { answerProxy } from '~/meetings/proxies/answer-proxy.server'
import { memberOfCode, personalCode } from '~/meetings/session/codes.server'
import { deskArrivalForm } from '~/meetings/session/arrival.form'
import { useDatabase } from '../../support/database'
import {
  addBody,
  buildAssociation,
  buildMeeting,
  contextFor,
  giveProxy,
  type BuiltAssociation,
  type BuiltMember,
} from '../../support/builders'
import { DRAWN, nth, sessionOf, STARTED } from './support'

const db = useDatabase()
let association: BuiltAssociation
let house: BuiltMember
beforeAll(async () => {
  association = await buildAssociation(db())
  house = await addBody(db(), { legalName: 'Centre de santé des Lilas' })
})

const own = (member: BuiltMember) => contextFor(db(), member, STARTED)

describe('arrivals', () => {
  it('twenty presses at once are one arrival', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    const member = nth(association.actives, 0)
    const answers = await Promise.all(Array.from({ length: 20 }, () => session.arrive(member)))
    expect(answers.filter(({ already }) => !already)).toHaveLength(1)
    expect(await db().attendanceEvent.count({ where: { meetingId: session.id } })).toBe(1)
    expect(await db().presence.count({ where: { meetingId: session.id } })).toBe(1)
    expect(answers.every(({ quorum }) => quorum.counted === 1)).toBe(true)
  })

  it('twenty people at once are twenty, and the last one told sees them all', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    const answers = await Promise.all(association.actives.map((member) => session.arrive(member)))
    expect(answers.map(({ quorum }) => quorum.counted).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    )
    const told = await db().liveEvent.findMany({
      where: { topic: `meeting:${session.id}`, kind: 'attendance' },
      orderBy: { id: 'asc' },
    })
    expect(told.at(-1)?.data).toMatchObject({ present: 20, met: true, counted: 20, required: 9, base: 25 })
  })

  it('4.44 the giver who comes ends his proxy and is told so', async () => {
    const session = await sessionOf(db(), association)
    const [holder, giver] = [nth(association.actives, 0), nth(association.actives, 1)]
    await giveProxy(db(), { meetingId: session.id, giverId: giver.id, holderId: holder.id })
    await session.open()
    expect(await session.arrive(holder)).toMatchObject({ notes: { represents: [giver.label] } })
    expect(await session.arrive(giver)).toMatchObject({ notes: { proxyEnded: holder.label, standing: [] } })
    expect(await db().proxy.findFirst({ where: { meetingId: session.id } })).toMatchObject({ state: 'ENDED' })
    await session.leave(giver)
    expect(await session.arrive(holder)).toMatchObject({ quorum: { counted: 1 } })
  })

  it('a proxy accepted during the session is told to the room at once', async () => {
    const session = await sessionOf(db(), association)
    const [holder, giver] = [nth(association.actives, 8), nth(association.actives, 9)]
    const { id: proxyId } = await giveProxy(db(), {
      meetingId: session.id,
      giverId: giver.id,
      holderId: holder.id,
      state: 'OFFERED',
    })
    await session.open()
    await session.arrive(holder)
    await answerProxy(await own(holder), { proxyId, accept: true })
    const told = await db().liveEvent.findFirst({ where: { topic: `meeting:${session.id}` }, orderBy: { id: 'desc' } })
    expect(told).toMatchObject({ kind: 'attendance', data: { counted: 2, represented: 1 } })
  })

  it('the giver who comes while a ballot is open is told which vote stands', async () => {
    const session = await sessionOf(db(), association)
    const [holder, giver] = [nth(association.actives, 2), nth(association.actives, 3)]
    await giveProxy(db(), { meetingId: session.id, giverId: giver.id, holderId: holder.id })
    await session.open()
    await session.arrive(holder)
    const resolutionId = nth(session.resolutionIds, 0)
    await db().resolution.update({ where: { id: resolutionId }, data: { state: 'OPEN' } })
    await db().slip.create({
      data: {
        resolutionId,
        memberId: giver.id,
        voterId: holder.id,
        voices: 1,
        category: 'active',
        cast: true,
        choice: 'FOR',
      },
    })
    expect(await session.arrive(giver)).toMatchObject({ notes: { standing: [{ number: 1, title: 'Résolution 1' }] } })
  })

  it('who has voted on line is told so, for the ballots that are not over', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    const member = nth(association.actives, 4)
    const castOnline = async (rank: number) => {
      const resolutionId = nth(session.resolutionIds, rank)
      await db().resolution.update({ where: { id: resolutionId }, data: { state: 'OPEN' } })
      const slip = { resolutionId, memberId: member.id, voterId: member.id, voices: 1, category: 'active' }
      await db().slip.create({ data: { ...slip, cast: true, online: true, choice: 'FOR' } })
      return resolutionId
    }
    const over = await castOnline(1)
    await db().resolution.update({ where: { id: over }, data: { state: 'ADOPTED' } })
    await castOnline(0)
    expect(await session.arrive(member)).toMatchObject({
      notes: { votedOnline: [{ number: 1, title: 'Résolution 1' }], standing: [] },
    })
    expect(await session.arrive(nth(association.actives, 5))).toMatchObject({ notes: { votedOnline: [] } })
  })

  it('is refused to a suspended member, with the article, and to a stranger', async () => {
    const suspended = nth(association.actives, 19)
    await db().member.update({
      where: { id: suspended.id },
      data: { suspendedFrom: new Date('2027-06-01'), suspendedUntil: new Date('2027-07-01') },
    })
    const session = await sessionOf(db(), association)
    await session.open()
    await expect(session.arrive(suspended)).rejects.toMatchObject({ status: 409, reasons: [{ rule: '6.4-c' }] })
    await expect(session.arrive({ ...suspended, id: '01890000-0000-7000-8000-000000000000' })).rejects.toMatchObject({
      status: 404,
    })
    await db().member.update({ where: { id: suspended.id }, data: { suspendedFrom: null, suspendedUntil: null } })
  })

  it('waits for the opening of the attendance and ends with the session', async () => {
    const session = await sessionOf(db(), association)
    await expect(session.arrive(nth(association.actives, 0))).rejects.toThrow('pas encore ouvert')
    await db().meeting.update({ where: { id: session.id }, data: { state: 'CLOSED' } })
    await expect(session.arrive(nth(association.actives, 0))).rejects.toThrow('terminée')
  })

  it('belongs to the desk', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    const member = nth(association.actives, 0)
    await expect(
      recordArrival(await own(nth(association.actives, 1)), {
        meetingId: session.id,
        memberId: member.id,
        signature: DRAWN,
      }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('6.2-d who comes for a legal person', () => {
  it('is named, with the quality under which he acts', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    const at = (more: object) =>
      recordArrival(session.desk, {
        meetingId: session.id,
        memberId: house.id,
        signature: DRAWN,
        ...more,
      })
    await expect(at({})).rejects.toMatchObject({ fieldErrors: { representative: [expect.any(String)] } })
    const legal = await db().representative.findFirstOrThrow({ where: { memberId: house.id } })
    await at({ representative: legal.id })
    expect(await db().presence.findFirst({ where: { memberId: house.id } })).toMatchObject({
      present: true,
      representative: 'Claire Direction, directrice, représentation légale',
    })
  })

  it('a substitute needs a written mandate', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    const substitute = (mandateOn: Date | null) =>
      db().representative.create({
        data: {
          memberId: house.id,
          kind: 'SUBSTITUTE',
          firstName: 'Paul',
          lastName: 'Second',
          quality: 'chef de service',
          from: new Date('2027-01-01'),
          mandateOn,
        },
      })
    const at = (representative: string) =>
      recordArrival(session.desk, {
        meetingId: session.id,
        memberId: house.id,
        signature: DRAWN,
        representative,
      })
    await expect(at((await substitute(null)).id)).rejects.toMatchObject({ reasons: [{ rule: '6.2-d' }] })
    await at((await substitute(new Date('2027-05-02'))).id)
    expect(await db().presence.findFirst({ where: { meetingId: session.id, memberId: house.id } })).toMatchObject({
      representative: 'Paul Second, chef de service, par mandat écrit du 2\u00a0mai 2027',
    })
  })

  it('the form asks for the name, the quality and the mandate of somebody unknown', () => {
    const faults = deskArrivalForm.safeParse({ memberId: house.id, representative: 'other', typedName: 'Nina Autre' })
    expect(faults.error?.issues.map(({ path }) => path[0])).toEqual(['otherName', 'otherQuality', 'mandateShown'])
  })
})

describe('signing on one’s own phone', () => {
  it('asks for the six figures of the room', async () => {
    const session = await sessionOf(db(), association)
    const { roomCode } = await session.open()
    const member = nth(association.actives, 4)
    const sign = async (code: string) =>
      signAttendance(await own(member), {
        meetingId: session.id,
        memberId: member.id,
        mode: 'IN_PERSON',
        code,
        typedName: 'Actif Cinq',
      })
    const wrong = roomCode === '000000' ? '111111' : '000000'
    await expect(sign(wrong)).rejects.toMatchObject({ status: 400, fieldErrors: { code: [expect.any(String)] } })
    expect(await sign(roomCode)).toMatchObject({ already: false, quorum: { counted: 1 } })
    expect(await db().attendanceEvent.findFirst({ where: { meetingId: session.id } })).toMatchObject({
      method: 'PHONE',
      signature: 'Actif Cinq',
    })
  })

  it('lets nobody try all the codes', async () => {
    const session = await sessionOf(db(), association)
    const { roomCode } = await session.open()
    const member = nth(association.actives, 6)
    const ctx = await own(member)
    const wrong = roomCode === '000000' ? '111111' : '000000'
    const sign = (code: string) =>
      signAttendance(ctx, {
        meetingId: session.id,
        memberId: member.id,
        mode: 'IN_PERSON',
        code,
        typedName: 'Actif Sept',
      })
    for (let i = 0; i < 10; i += 1) await expect(sign(wrong)).rejects.toMatchObject({ status: 400 })
    await expect(sign(roomCode)).rejects.toMatchObject({ status: 429 })
  })

  it('is refused for somebody else', async () => {
    const session = await sessionOf(db(), association)
    const { roomCode } = await session.open()
    const ctx = await own(nth(association.actives, 4))
    await expect(
      signAttendance(ctx, {
        meetingId: session.id,
        memberId: nth(association.actives, 5).id,
        mode: 'IN_PERSON',
        code: roomCode,
        typedName: 'Actif Six',
      }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('speaks for the legal person that one represents', async () => {
    const session = await sessionOf(db(), association)
    const { roomCode } = await session.open()
    await signAttendance(await own(house), {
      meetingId: session.id,
      memberId: house.id,
      mode: 'IN_PERSON',
      code: roomCode,
      signature: DRAWN,
    })
    expect(await db().presence.findFirst({ where: { meetingId: session.id } })).toMatchObject({
      representative: 'Claire Direction, directrice, représentation légale',
    })
  })

  it('a personal code names its member in one meeting only', async () => {
    const { id } = await buildMeeting(db(), association)
    const ids = association.all.map((member) => member.id)
    const member = nth(association.actives, 7)
    expect(memberOfCode(id, ids, personalCode(id, member.id))).toBe(member.id)
    expect(memberOfCode(nth(ids, 0), ids, personalCode(id, member.id))).toBeNull()
    expect(memberOfCode(id, ids, '')).toBeNull()
  })
})
