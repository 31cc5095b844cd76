import { beforeAll, describe, expect, it } from 'vitest'
import { electorate } from '~/meetings/electorate.server'
import { electorate as electorateFigures } from '~/statutes/voting-rights'
import { dateColumn } from '~/platform/dates'
import { useDatabase } from '../support/database'
import { actorFor, buildAssociation, buildMeeting, type BuiltAssociation } from '../support/builders'

const db = useDatabase()
let association: BuiltAssociation

beforeAll(async () => {
  association = await buildAssociation(db(), {})
})

const byLabel = async (meetingId: string) =>
  new Map((await electorate(db(), meetingId, 'CONVOCATION')).map((right) => [right.label, right]))

describe('the frozen electorate', () => {
  it('13.1-a gives three voices to a founder, one to an active, none to an honorary member', async () => {
    const meeting = await buildMeeting(db(), association, { state: 'CONVENED' })
    const rights = await electorate(db(), meeting.id, 'CONVOCATION')
    expect(electorateFigures(rights)).toEqual({ members: 24, voices: 32 })
    expect(rights.find(({ category }) => category === 'honorary')).toMatchObject({
      voices: 0,
      mayVote: false,
      attends: true,
      countsInQuorum: false,
    })
    expect(rights.filter(({ president }) => president).map(({ label }) => label)).toEqual(['Dr Fondateur 1'])
  })

  it('8.3-a lists for a Bureau meeting those who sit in it, and nobody else', async () => {
    const meeting = await buildMeeting(db(), association, { body: 'bureau', state: 'CONVENED' })
    expect([...(await byLabel(meeting.id)).keys()]).toEqual(['Dr Fondateur 1', 'Dr Fondateur 2', 'Dr Fondateur 3'])
  })

  it('6.4-c leaves no right to a member suspended on the day, the days before and after do not matter', async () => {
    const [first, second, third] = association.actives
    const suspend = (id = '', from: string, until: string) =>
      db().member.update({
        where: { id },
        data: { suspendedFrom: dateColumn(from), suspendedUntil: dateColumn(until) },
      })
    await suspend(first?.id, '2027-06-01', '2027-06-11')
    await suspend(second?.id, '2027-06-01', '2027-06-12')
    await suspend(third?.id, '2027-06-13', '2027-06-30')
    const rights = await byLabel((await buildMeeting(db(), association, { state: 'CONVENED', date: '2027-06-12' })).id)
    expect(rights.get(first?.label ?? '')).toMatchObject({ suspended: false, mayVote: true })
    expect(rights.get(second?.label ?? '')).toMatchObject({ suspended: true, mayVote: false, convened: false })
    expect(rights.get(third?.label ?? '')).toMatchObject({ suspended: false, mayVote: true })
  })

  it('a member who leaves after the freezing keeps the rights of that day', async () => {
    const last = association.actives.at(-1)
    const meeting = await buildMeeting(db(), association, { state: 'CONVENED' })
    await db().member.update({ where: { id: last?.id ?? '' }, data: { leftOn: dateColumn('2027-05-20') } })
    expect((await byLabel(meeting.id)).get(last?.label ?? '')).toMatchObject({ mayVote: true })
    const later = await buildMeeting(db(), association, { state: 'CONVENED' })
    expect((await byLabel(later.id)).has(last?.label ?? '')).toBe(false)
  })

  it('the database refuses to change it', async () => {
    const { id } = await buildMeeting(db(), association, { state: 'CONVENED' })
    await expect(db().electorateEntry.updateMany({ where: { meetingId: id }, data: { voices: 9 } })).rejects.toThrow(
      /append-only/,
    )
  })
})

describe('the builders', () => {
  it('sign in as the President, with his powers', async () => {
    const president = association.founders[0]
    const actor = await actorFor(db(), { accountId: president?.accountId ?? '' })
    expect(actor).toMatchObject({ name: 'Dr Fondateur 1', offices: [{ office: 'president', via: 'mandate' }] })
  })
})
