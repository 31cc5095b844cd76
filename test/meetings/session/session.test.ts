import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeSession } from '~/meetings/session/close-session.server'
import { declareOpening } from '~/meetings/session/declare-opening.server'
import { openSession } from '~/meetings/session/open-session.server'
import { secretaryChoices } from '~/meetings/session/secretaries.server'
import { dateColumn } from '~/platform/dates'
import { useDatabase } from '../../support/database'
import { addCoordinator, buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { nth, sessionOf, STARTED } from './support'

const db = useDatabase()
let association: BuiltAssociation
beforeAll(async () => {
  association = await buildAssociation(db())
})

const at = (iso: string) => Temporal.Instant.from(iso)

describe('opening the attendance', () => {
  it('freezes the rights, names who presides and who writes, draws six figures; twice is once', async () => {
    const session = await sessionOf(db(), association)
    const answers = await Promise.all([session.open(), session.open()])
    expect(new Set(answers.map(({ roomCode }) => roomCode)).size).toBe(1)
    expect(await db().meeting.findUnique({ where: { id: session.id } })).toMatchObject({
      state: 'OPEN',
      openedAt: null,
      chairName: 'Dr Fondateur 1',
      chairMemberId: nth(association.founders, 0).id,
      chairQuality: 'présidence de l’association',
      secretaryName: 'Dr Fondateur 2',
      secretaryAccountId: nth(association.founders, 1).accountId,
      roomCode: expect.stringMatching(/^\d{6}$/),
    })
    expect(await db().electorateEntry.count({ where: { meetingId: session.id, stage: 'OPENING' } })).toBe(26)
  })

  it.each([
    ['2027-06-11T20:00:00Z', 'ce jour-là'],
    ['2027-06-11T22:30:00Z', null],
    ['2027-06-12T23:30:00Z', null],
    ['2027-06-13T06:00:00Z', 'est passé'],
  ])('is for the day convened, in Paris: at %s %s', async (moment, refusal) => {
    const session = await sessionOf(db(), association)
    const opening = openSession(
      { ...session.president, now: at(moment) },
      { meetingId: session.id, secretary: nth(association.founders, 1).accountId },
    )
    if (refusal) await expect(opening).rejects.toThrow(refusal)
    else await expect(opening).resolves.toBeDefined()
  })

  it('13.2-d belongs to the President: not to the secretary, nor to the coordinator, whatever is delegated', async () => {
    const session = await sessionOf(db(), association)
    const coordinator = await addCoordinator(db(), ['meetings.prepare', 'session.desk'])
    for (const person of [nth(association.founders, 1), nth(association.actives, 0), coordinator])
      await expect(
        openSession(await contextFor(db(), person, STARTED), {
          meetingId: session.id,
          secretary: nth(association.founders, 1).accountId,
        }),
      ).rejects.toMatchObject({ status: 403 })
  })

  it('10-a a vice-president replaces him and says why; the minutes keep it', async () => {
    const vice = nth(association.founders, 3)
    await db().mandate.create({
      data: {
        office: 'vice-president',
        memberId: vice.id,
        holderName: vice.label,
        from: dateColumn('2025-06-10'),
        termEnd: dateColumn('2028-06-10'),
        source: 'AGO',
      },
    })
    const session = await sessionOf(db(), association)
    const ctx = await contextFor(db(), vice, STARTED)
    const secretary = nth(association.founders, 1).accountId
    await expect(openSession(ctx, { meetingId: session.id, secretary })).rejects.toMatchObject({
      fieldErrors: { cause: [expect.any(String)] },
    })
    await openSession(ctx, { meetingId: session.id, secretary, cause: 'prevented' })
    expect(await db().meeting.findUnique({ where: { id: session.id } })).toMatchObject({
      chairMemberId: vice.id,
      chairQuality: 'vice-présidence, la présidence est empêchée',
    })
    expect(await db().incident.findFirst({ where: { meetingId: session.id } })).toMatchObject({ rule: '10-a' })
    await session.arriveAll(association.actives.slice(0, 8))
    await expect(declareOpening(ctx, { meetingId: session.id })).resolves.toMatchObject({ met: true })
  })

  it('offers the secretary first, then officers, employees and members, each once', async () => {
    const session = await sessionOf(db(), association)
    const choices = await secretaryChoices(db(), await db().meeting.findUniqueOrThrow({ where: { id: session.id } }))
    expect(nth(choices, 0).name).toBe('Dr Fondateur 2')
    expect(choices.map(({ name }) => name)).toContain('Inès Coordination')
    expect(new Set(choices.map(({ accountId }) => accountId)).size).toBe(choices.length)
  })
})

describe('closing', () => {
  it('waits until every resolution is decided or withdrawn, keeps its hour, and is done once', async () => {
    const session = await sessionOf(db(), association)
    await session.open()
    await expect(closeSession(session.president, { meetingId: session.id })).rejects.toThrow(
      'pas encore déclarée ouverte',
    )
    await session.arriveAll(association.actives.slice(0, 8))
    await declareOpening(session.president, { meetingId: session.id })
    await expect(closeSession(session.president, { meetingId: session.id })).rejects.toThrow('Les résolutions 1 et 2')
    await db().resolution.update({ where: { id: nth(session.resolutionIds, 0) }, data: { state: 'ADOPTED' } })
    await expect(closeSession(session.president, { meetingId: session.id })).rejects.toThrow('La résolution 2')
    await db().resolution.update({ where: { id: nth(session.resolutionIds, 1) }, data: { state: 'WITHDRAWN' } })
    await expect(closeSession(session.desk, { meetingId: session.id })).rejects.toMatchObject({ status: 403 })
    await closeSession(session.president, { meetingId: session.id })
    await closeSession({ ...session.president, now: STARTED.add({ hours: 1 }) }, { meetingId: session.id })
    expect(await db().meeting.findUnique({ where: { id: session.id } })).toMatchObject({
      state: 'CLOSED',
      closedAt: new Date(STARTED.epochMilliseconds),
    })
    await expect(session.arrive(nth(association.actives, 9))).rejects.toThrow('terminée')
  })
})
