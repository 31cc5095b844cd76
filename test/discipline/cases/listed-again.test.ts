import { beforeEach, expect, test } from 'vitest'
import { casePage } from '~/discipline/cases/case-page.query.server'
import { caseSteps } from '~/discipline/cases/case-steps.query.server'
import { putToVote } from '~/discipline/cases/put-to-vote.server'
import { buildAssociation, buildMeeting, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase } from '../../support/joining'
import { notifiedCase, onDay } from './support'

const db = useDatabase()
let built: BuiltAssociation
const president = () => built.founders[0]!

beforeEach(async () => {
  await emptyDatabase(db())
  built = await buildAssociation(db(), { founders: 4, actives: 3, honorary: 0 })
})

const keeper = () => onDay(db(), president(), '2027-05-30')
const draft = async (date: string) => (await buildMeeting(db(), built, { date, resolutions: [{}] })).id
const titles = async () => (await caseSteps(await keeper())).map(({ title }) => title)
const TO_LIST = 'Suspension : inscrire à l’ordre du jour'

async function listedCase() {
  const { caseId } = await notifiedCase(db(), president(), built.actives[0]!, {
    presentedOn: '2027-05-12',
    kind: 'SUSPENSION',
  })
  const meetingId = await draft('2027-06-12')
  await putToVote(await keeper(), { caseId, meetingId })
  const resolution = await db().resolution.findFirstOrThrow({ where: { meetingId, caseId } })
  return { caseId, meetingId, resolutionId: resolution.id }
}

type Listed = Awaited<ReturnType<typeof listedCase>>
const WAYS: [string, (listed: Listed) => Promise<unknown>][] = [
  ['taken off the agenda', ({ resolutionId }) => db().resolution.delete({ where: { id: resolutionId } })],
  ['withdrawn in session', ({ resolutionId }) => db().resolution.update({ where: { id: resolutionId }, data: { state: 'WITHDRAWN' } })], // prettier-ignore
  ['left without quorum', ({ resolutionId }) => db().resolution.update({ where: { id: resolutionId }, data: { state: 'INVALID' } })], // prettier-ignore
  ['whose meeting was cancelled', ({ meetingId }) => db().meeting.update({ where: { id: meetingId }, data: { state: 'CANCELLED' } })], // prettier-ignore
  ['whose meeting failed its quorum', ({ meetingId }) => db().meeting.update({ where: { id: meetingId }, data: { state: 'NO_QUORUM' } })], // prettier-ignore
]

test.each(WAYS)('6.4-c a case %s waits again: a task of its keeper, listed again once', async (_, lose) => {
  const listed = await listedCase()
  const { caseId } = listed
  const [one, other] = [await draft('2027-06-20'), await draft('2027-06-21')]
  expect(await titles()).not.toContain(TO_LIST)
  await expect(putToVote(await keeper(), { caseId, meetingId: one })).rejects.toMatchObject({ status: 409 })
  await lose(listed)
  expect(await titles()).toContain(TO_LIST)
  const page = await casePage(await keeper(), caseId)
  expect(page).toMatchObject({ waits: true, meeting: null })
  expect(page?.meetings.map(({ id }) => id)).toEqual(expect.arrayContaining([one, other]))
  const ctx = await keeper()
  const tries = await Promise.allSettled([one, other].map((meetingId) => putToVote(ctx, { caseId, meetingId })))
  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await db().resolution.count({ where: { caseId, meetingId: { in: [one, other] } } })).toBe(1)
  expect(await titles()).not.toContain(TO_LIST)
})
