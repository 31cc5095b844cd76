import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { currentQuorum } from '~/meetings/session/quorum.server'
import { conveneSecondSession } from '~/meetings/session/convene-second-session.server'
import { notVotable } from '~/meetings/convene/votable.server'
import { declareNoQuorum } from '~/ballots/declare-no-quorum.server'
import { recordArrival } from '~/meetings/session/record-arrival.server'
import { openSession } from '~/meetings/session/open-session.server'
import { secondSessionOffer } from '~/meetings/session/second-session'
import { dateColumn } from '~/platform/dates'
import { modelStatutes } from '~/statutes/model'
import { useDatabase } from '../../support/database'
import { buildAssociation, contextFor, tellEverybody, type BuiltAssociation } from '../../support/builders'
import { tellAgenda } from '../../support/meetings'
import { MEETING_DAY, nth, sessionOf, STARTED } from './support'

const db = useDatabase()
let association: BuiltAssociation
beforeAll(async () => {
  association = await buildAssociation(db())
})

async function failedSession(options: Parameters<typeof sessionOf>[2] = {}) {
  const session = await sessionOf(db(), association, options)
  await session.open()
  await session.arriveAll(association.actives.slice(0, 7))
  await declareNoQuorum(session.president, { meetingId: session.id })
  return session
}
const secondOf = (session: Awaited<ReturnType<typeof failedSession>>, date: string, now = STARTED) =>
  conveneSecondSession(
    { ...session.president, now },
    { failedMeetingId: session.id, date, time: '18:30', place: 'Salle des fêtes' },
  )

describe('13.2-e the lawful days, for a session that failed on 12 June', () => {
  const offer = (body: 'ago' | 'age' | 'bureau', today: string, session = 1) =>
    secondSessionOffer(modelStatutes, { body, session, date: dateColumn(MEETING_DAY) }, today)

  it('from the notice of seven clear days to the fifteenth day', () => {
    expect(offer('ago', '2027-06-12')).toMatchObject({
      possible: true,
      range: { earliest: '2027-06-20', latest: '2027-06-27', lastSendingDayForLatest: '2027-06-19' },
    })
  })
  it.each([
    ['2027-06-18', true],
    ['2027-06-19', true],
    ['2027-06-20', false],
  ])('convened on %s: possible %s', (today, possible) => {
    expect(offer('ago', today).possible).toBe(possible)
  })
  it('4.29 none for the extraordinary assembly, the Bureau, or after a second session', () => {
    expect(offer('age', MEETING_DAY)).toMatchObject({ possible: false, reason: { rule: '13.3-b' } })
    expect(offer('bureau', MEETING_DAY)).toMatchObject({ possible: false, reason: { rule: '8.3-a' } })
    expect(offer('ago', MEETING_DAY, 2)).toMatchObject({ possible: false, reason: { rule: '13.2-e' } })
  })
})

describe('convening it', () => {
  it('carries the same agenda, texts and documents, and a personal mail to each member', async () => {
    const session = await failedSession({
      resolutions: [
        { title: 'Comptes', text: 'Les comptes sont approuvés.', secret: true },
        { effect: { kind: 'none' } },
      ],
    })
    await db().document.create({
      data: {
        sha256: 'f00',
        fileName: 'comptes.pdf',
        mime: 'application/pdf',
        size: 3,
        title: 'Comptes',
        kind: 'accounts',
        meetingId: session.id,
        openSince: new Date('2027-05-20'),
        createdAt: new Date('2027-05-20'),
      },
    })
    const made = await secondOf(session, '2027-06-20')
    const second = await db().meeting.findUniqueOrThrow({
      where: { id: made.meetingId },
      include: {
        items: { orderBy: { position: 'asc' } },
        resolutions: { orderBy: { number: 'asc' } },
        documents: true,
      },
    })
    expect(second).toMatchObject({ session: 2, precedingId: session.id, state: 'CONVENED', body: 'ago' })
    const first = await db().resolution.findMany({ where: { meetingId: session.id }, orderBy: { number: 'asc' } })
    const texts = (list: typeof first) =>
      list.map(({ number, title, text, secret, kind, effect }) => ({ number, title, text, secret, kind, effect }))
    expect(texts(second.resolutions)).toEqual(texts(first))
    expect(second.documents).toMatchObject([{ sha256: 'f00', openSince: new Date('2027-05-20') }])
    expect(made).toMatchObject({ mails: 26, letters: 0, already: false })
    expect(await db().mail.count({ where: { meetingId: made.meetingId } })).toBe(26)
  })

  it('13.2-e leaves out what the first session could not have voted, and votes nothing else', async () => {
    const session = await failedSession({ resolutions: [{ title: 'Comptes' }, { title: 'Véhicule' }] })
    const [, late = ''] = session.resolutionIds
    await db().resolution.update({ where: { id: late }, data: { text: 'Un véhicule est acheté, 5 000 €.' } })
    const made = await secondOf(session, '2027-06-20')
    const where = { meetingId: made.meetingId }
    expect(await db().agendaItem.findMany({ where, orderBy: { position: 'asc' } })).toMatchObject([
      { title: 'Comptes', kind: 'VOTE' },
      { title: 'Véhicule', kind: 'DISCUSSION' },
    ])
    const kept = await db().resolution.findMany({ where })
    expect(kept).toMatchObject([{ title: 'Comptes', number: 1 }])
    const meeting = await db().meeting.findUniqueOrThrow({ where: { id: made.meetingId } })
    expect(await notVotable(db(), meeting)).toEqual([])
    const added = await db().resolution.create({
      data: { ...where, agendaItemId: kept[0]?.agendaItemId ?? '', number: 2, title: 'Véhicule', text: 'Acheté.' },
    })
    await tellAgenda(db(), made.meetingId, { on: MEETING_DAY })
    expect(await notVotable(db(), meeting)).toMatchObject([{ id: added.id, reasons: [{ rule: '13.2-e' }] }])
  })

  it.each([
    ['2027-06-19', 'date'],
    ['2027-06-20', null],
    ['2027-06-27', null],
    ['2027-06-28', 'date'],
  ])('on %s: field at fault %s', async (date, field) => {
    const session = await failedSession()
    if (field)
      await expect(secondOf(session, date)).rejects.toMatchObject({
        status: 400,
        fieldErrors: { [field]: [expect.any(String)] },
      })
    else expect(await secondOf(session, date)).toMatchObject({ mails: 26 })
  })

  it('twice at once makes one session and one sending', async () => {
    const session = await failedSession()
    const answers = await Promise.all([secondOf(session, '2027-06-21'), secondOf(session, '2027-06-22')])
    expect(new Set(answers.map(({ meetingId }) => meetingId)).size).toBe(1)
    expect(answers.filter(({ already }) => !already)).toHaveLength(1)
    expect(await db().convocation.count({ where: { meetingId: nth(answers, 0).meetingId } })).toBe(1)
  })

  it('is refused without a default found, for an AGE with the article, and to who may not convene', async () => {
    const open = await sessionOf(db(), association)
    await expect(secondOf(open, '2027-06-21')).rejects.toThrow('n’a pas été constatée')
    const age = await failedSession({ body: 'age' })
    await expect(secondOf(age, '2027-06-21')).rejects.toMatchObject({ reasons: [{ rule: '13.3-b' }] })
    const failed = await failedSession()
    const treasurer = await contextFor(db(), nth(association.founders, 2), STARTED)
    await expect(
      conveneSecondSession(treasurer, {
        failedMeetingId: failed.id,
        date: '2027-06-21',
        time: '18:30',
        place: 'Salle',
      }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('holds without quorum, by the relative majority; where the first quorum is met, by the first one’s', async () => {
    const failed = await failedSession()
    const { meetingId } = await secondOf(failed, '2027-06-20')
    const now = Temporal.Instant.from('2027-06-20T16:40:00Z')
    const president = await contextFor(db(), nth(association.founders, 0), now)
    await tellEverybody(db(), meetingId)
    await openSession(president, { meetingId, secretary: nth(association.founders, 1).accountId })
    const arrive = (index: number) =>
      recordArrival(president, {
        meetingId,
        memberId: nth(association.actives, index).id,
        typedName: 'Actif',
      })
    await arrive(0)
    expect(await currentQuorum(db(), meetingId)).toMatchObject({
      met: true,
      required: 0,
      basis: 'second',
      rule: '13.2-e',
    })
    for (const index of [1, 2, 3, 4, 5, 6]) await arrive(index)
    expect(await currentQuorum(db(), meetingId)).toMatchObject({ basis: 'second' })
    await arrive(7)
    expect(await currentQuorum(db(), meetingId)).toMatchObject({ basis: 'first' })
  })
})
