import { beforeAll, describe, expect, test } from 'vitest'
import { cancelMeeting } from '~/meetings/convene/cancel-meeting.server'
import { changeMeeting } from '~/meetings/prepare/change-meeting.server'
import { followAppealMeetings } from '~/discipline/appeals/follow-meetings.server'
import { putAppealToVote } from '~/discipline/appeals/put-appeal-to-vote.server'
import { withdrawAppeal } from '~/discipline/appeals/withdraw-appeal.server'
import { dateColumn } from '~/platform/dates'
import { buildAssociation, buildMeeting, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { noonOn, onDay } from '../cases/support'
import { appealed, first, THIRTY_DAYS } from './support'

const db = useDatabase()
let built: BuiltAssociation
let next = 0
const president = () => first(built.founders)
const someone = (): BuiltMember => first(built.actives.slice(next++))
const night = (day = '2027-06-13') => followAppealMeetings({ db: db(), now: noonOn(day), actor: null })

beforeAll(async () => {
  built = await buildAssociation(db(), { actives: 10, statutes: THIRTY_DAYS })
})

/** The subjects of what the person was told of meetings, in their order. */
const told = async (who: BuiltMember) =>
  (
    await db().mail.findMany({
      where: { toAddress: who.email, template: 'appeal-news' },
      orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
      select: { subject: true },
    })
  ).map(({ subject }) => subject.replaceAll('\u00a0', ' '))

const move = async (meetingId: string, date: string, place = 'Salle des fêtes, Ivry-sur-Seine') =>
  changeMeeting(await onDay(db(), president(), '2027-06-13'), { meetingId, date, time: '18:30', place })
const cancel = async (meetingId: string) =>
  cancelMeeting(await onDay(db(), president(), '2027-06-13'), { meetingId, reason: 'La salle est fermée.' })

describe('6.4-a who appealed is convened to nothing: what becomes of the meeting is told', () => {
  test('6.4-a nothing changed, nothing said; moved twice in a day, told once, of the last', async () => {
    const member = someone()
    const { caseId, meeting } = await appealed(db(), built, member, '2027-06-19')
    expect(await told(member)).toEqual(['Votre recours : assemblée prévue le samedi 19 juin 2027 à 18 h 30'])
    expect(await night()).toBe(0)
    await move(meeting.id, '2027-06-26')
    await move(meeting.id, '2027-06-27')
    expect(await Promise.all([night(), night()])).toEqual(expect.arrayContaining([1, 0]))
    expect(await night('2027-06-14')).toBe(0)
    expect((await told(member)).slice(1)).toEqual([
      'Votre recours : l’assemblée est désormais prévue le dimanche 27 juin 2027 à 18 h 30',
    ])
    await move(meeting.id, '2027-06-27', 'Maison des associations')
    await followAppealMeetings({ db: db(), now: noonOn('2027-06-15'), actor: null })
    expect(await told(member)).toHaveLength(3)
    const entries = await db().journalEntry.findMany({
      where: { act: 'case.appeal-meeting-told', subjectId: caseId },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ details }) => details)).toMatchObject([
      { news: 'listed', way: 'mail' },
      { news: 'moved', way: 'mail' },
      { news: 'moved', way: 'mail' },
    ])
  })

  test('6.4-a cancelled: told once; put on another agenda, told its date by that act, and no more', async () => {
    const member = someone()
    const { caseId, meeting } = await appealed(db(), built, member, '2027-06-19')
    await cancel(meeting.id)
    expect([await night(), await night('2027-06-14')]).toEqual([1, 0])
    const { id: meetingId } = await buildMeeting(db(), built, { date: '2027-07-10', resolutions: [{}] })
    await putAppealToVote(await onDay(db(), president(), '2027-06-15'), { caseId, meetingId })
    expect(await night('2027-06-16')).toBe(0)
    expect((await told(member)).slice(1)).toEqual([
      'Votre recours : l’assemblée du samedi 19 juin 2027 à 18 h 30 est annulée',
      'Votre recours : assemblée prévue le samedi 10 juillet 2027 à 18 h 30',
    ])
  })

  test.each([
    ['taken off the agenda', 'DRAFT', 'n’est plus à l’ordre du jour'],
    ['held without quorum', 'NO_QUORUM', 'n’a pas décidé'],
  ] as const)('6.4-a %s: said as it is', async (_what, state, words) => {
    const member = someone()
    const { meeting, resolution } = await appealed(db(), built, member, '2027-06-19')
    if (state === 'DRAFT') await db().resolution.delete({ where: { id: resolution.id } })
    else await db().meeting.update({ where: { id: meeting.id }, data: { state } })
    expect(await night()).toBe(1)
    expect((await told(member)).at(-1)).toContain(words)
  })

  test('6.4-a in session, or the appeal withdrawn: nothing to say any more', async () => {
    const [one, other] = [someone(), someone()]
    const open = await appealed(db(), built, one, '2027-06-19')
    const over = await appealed(db(), built, other, '2027-06-19')
    await db().meeting.update({ where: { id: open.meeting.id }, data: { state: 'OPEN', place: 'Ailleurs' } })
    await withdrawAppeal(await onDay(db(), other, '2027-06-12'), { caseId: over.caseId })
    await cancel(over.meeting.id)
    expect(await night()).toBe(0)
  })

  test('6.4-a no address for mail: a letter, rewritten until it is posted; then who keeps the file is asked to write', async () => {
    const member = someone()
    const { caseId, meeting } = await appealed(db(), built, member, '2027-06-19')
    await db().member.update({ where: { id: member.id }, data: { email: null, accountId: null } })
    const letters = () => db().registeredLetter.findMany({ where: { kind: 'appeal-meeting', subjectId: caseId } })
    const body = async () => JSON.stringify((await letters()).map((each) => each.body)).replaceAll('\u00a0', ' ')
    await move(meeting.id, '2027-06-26')
    expect(await night()).toBe(1)
    expect(await body()).toMatch(/samedi 26 juin 2027 à 18 h 30.*Salle des fêtes.*a changé de date/)
    await move(meeting.id, '2027-06-27')
    expect(await night()).toBe(1)
    expect(await letters()).toHaveLength(1)
    expect(await body()).toContain('dimanche 27 juin 2027')
    await db().registeredLetter.updateMany({
      where: { kind: 'appeal-meeting', subjectId: caseId },
      data: { depositedOn: dateColumn('2027-06-14') },
    })
    await cancel(meeting.id)
    const asked = () =>
      db().mail.count({
        where: {
          AND: [
            { template: 'appeal-notice', toAddress: president().email },
            { props: { path: ['news'], equals: 'unreached' } },
          ],
        },
      })
    expect([await asked(), await night('2027-06-15'), await night('2027-06-16'), await asked()]).toEqual([0, 1, 0, 1])
    expect(await told(member)).toHaveLength(1)
  })
})
