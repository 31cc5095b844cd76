import { beforeAll, describe, expect, it } from 'vitest'
import { openRaw } from '../../ballots/room'
import { draftElectorate } from '~/meetings/electorate.server'
import { recordMemberEvent } from '~/members/register/record-member-event.server'
import { castVotes } from '~/ballots/cast-votes.server'
import { may } from '~/platform/permissions'
import { transact } from '~/platform/db.server'
import { instantOf } from '~/platform/clock.server'
import { dateFromInstant } from '~/platform/dates'
import { sessionHash } from '~/platform/session.server'
import {
  buildAssociation,
  buildMeeting,
  contextFor,
  cookieFor,
  TEST_NOW,
  type BuiltAssociation,
} from '../../support/builders'
import { useDatabase } from '../../support/database'

const db = useDatabase()
let people: BuiltAssociation
const FROM = '2027-05-10'
const UNTIL = '2027-08-10'
const missing = (): never => {
  throw new Error('no such member')
}
const suspended = () => people.actives[0] ?? missing()
const secretary = () => people.founders[1] ?? missing()

beforeAll(async () => {
  people = await buildAssociation(db(), { actives: 4 })
  for (const { id: memberId } of [suspended(), secretary()])
    await transact(db(), (tx) =>
      recordMemberEvent(
        tx,
        { db: db(), now: TEST_NOW, actor: null },
        { memberId, kind: 'SUSPENDED', on: FROM, until: UNTIL },
      ),
    )
})

const rightOn = async (date: string) => {
  const rights = await draftElectorate(db(), { body: 'ago', date, statutesId: people.statutesId })
  return rights.find(({ id }) => id === suspended().id)
}

describe('6.4-c a suspension ends by itself', () => {
  it.each([
    ['the eve of its first day', '2027-05-09', true],
    ['its first day', FROM, false],
    ['its last day', UNTIL, false],
    ['the day after its last day', '2027-08-11', true],
  ])('on %s: convened, counted and voting are told together', async (_, date, has) => {
    expect(await rightOn(date)).toMatchObject({ convened: has, mayVote: has, countsInQuorum: has, attends: has })
  })

  it.each([
    [UNTIL, 'refused'],
    ['2027-08-11', 'counted'],
  ] as const)('the vote cast at a meeting of %s is %s', async (date, outcome) => {
    const now = instantOf(date, '19:00')
    const meeting = await buildMeeting(db(), people, { state: 'OPEN', date, now })
    const [resolutionId = ''] = meeting.resolutionIds
    await db().presence.create({
      data: {
        meetingId: meeting.id,
        memberId: suspended().id,
        present: true,
        mode: 'IN_PERSON',
        since: dateFromInstant(now),
      },
    })
    await openRaw(db(), resolutionId)
    const hash = sessionHash(await cookieFor(db(), suspended(), now))
    const votes = [{ memberId: suspended().id, choice: 'FOR' as const }]
    const [result] = await castVotes(
      { db: db(), now, sessionHash: hash },
      { meetingId: meeting.id, resolutionId, votes, confirmed: true },
    )
    expect(result?.outcome).toBe(outcome)
  })

  it('nothing is to be paid again, and no office is lost: the mandate sleeps, its powers come back', async () => {
    expect(await db().dues.count({ where: { memberId: suspended().id } })).toBe(1)
    expect(await db().mandate.count({ where: { memberId: secretary().id, endedOn: null } })).toBe(1)
    const powerOn = async (date: string) =>
      may((await contextFor(db(), secretary(), instantOf(date, '12:00'))).actor, 'members.write')
    expect(await powerOn('2027-05-09')).toBe(true)
    expect(await powerOn(FROM)).toBe(false)
    expect(await powerOn(UNTIL)).toBe(false)
    expect(await powerOn('2027-08-11')).toBe(true)
  })
})
