import { beforeAll, expect, test } from 'vitest'
import { homePage } from '~/home/home-page.query.server'
import { byWords, inOrder, type HomeStep } from '~/platform/home-step'
import { withTasks } from '~/home/tasks-by-page'
import { visitorPage } from '~/home/visitor-page.query.server'
import type { Temporal } from 'temporal-polyfill'
import { instantOf } from '~/platform/clock.server'
import {
  addCoordinator,
  buildAssociation,
  buildMeeting,
  contextFor,
  giveProxy,
  TEST_NOW,
  type BuiltAssociation,
} from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let built: BuiltAssociation

beforeAll(async () => {
  built = await buildAssociation(db())
})

const homeOf = async (person: { accountId: string }, now: Temporal.Instant = TEST_NOW) =>
  homePage(await contextFor(db(), person, now))
const someone = (list: BuiltAssociation['actives'], index: number) => {
  const member = list[index]
  if (!member) throw new Error('not built')
  return member
}

test('a member whom nobody calls has nothing to do; a visitor reads what the statutes say', async () => {
  expect(await homeOf(someone(built.actives, 0))).toMatchObject({ steps: [], next: null })
  const visit = await visitorPage(db(), TEST_NOW)
  expect(visit?.rules.map(({ article }) => article)).toEqual(['13.2', '13.2', '13.1'])
})

test('the President convenes before the last sending day, the coordinator only if it was delegated', async () => {
  await buildMeeting(db(), built, { date: '2027-06-12' })
  const steps = (await homeOf(someone(built.founders, 0))).steps
  expect(steps.find(({ key }) => key.startsWith('notice'))).toMatchObject({
    title: 'Convoquer l’AGO du 12\u00a0juin 2027',
    by: '2027-05-27',
    late: false,
  })
  expect(
    (await homeOf(await addCoordinator(db(), ['meetings.prepare']))).steps.map(({ key }) => key.split('-')[0]),
  ).not.toContain('notice')
  const late = await homeOf(someone(built.founders, 0), instantOf('2027-05-28', '09:00'))
  expect(late.steps[0]).toMatchObject({ late: true })
})

test('a member called answers on one card; a proxy offered and a ballot open come first', async () => {
  const meeting = await buildMeeting(db(), built, { date: '2027-06-14', state: 'CONVENED' })
  const [member, giver] = [someone(built.actives, 1), someone(built.actives, 2)]
  expect(await homeOf(member)).toMatchObject({
    steps: [],
    next: { id: meeting.id, open: false, calls: [{ answer: null, mayVote: true }] },
  })
  await giveProxy(db(), { meetingId: meeting.id, giverId: giver.id, holderId: member.id, state: 'OFFERED' })
  expect((await homeOf(member)).steps.map(({ action }) => action)).toEqual(['Répondre'])
  expect((await homeOf(giver)).next?.calls[0]).toMatchObject({ givenTo: member.label, givenState: 'OFFERED' })
  await db().meeting.update({ where: { id: meeting.id }, data: { state: 'CANCELLED' } })
})

test('while a ballot is open on phones, whoever is there votes now; having voted, no more', async () => {
  const meeting = await buildMeeting(db(), built, { date: '2027-05-10', state: 'OPEN' })
  const [here, away] = [someone(built.actives, 3), someone(built.actives, 4)]
  await db().presence.create({
    data: {
      meetingId: meeting.id,
      memberId: here.id,
      present: true,
      mode: 'IN_PERSON',
      since: new Date(TEST_NOW.epochMilliseconds),
    },
  })
  const resolutionId = meeting.resolutionIds[1] ?? ''
  await db().resolution.update({ where: { id: resolutionId }, data: { state: 'OPEN', mode: 'ELECTRONIC' } })
  expect((await homeOf(here)).steps[0]).toMatchObject({
    action: 'Voter maintenant',
    to: `/assemblees/${meeting.id}/vote`,
  })
  expect((await homeOf(away)).steps[0]).toMatchObject({ action: 'Signer ma présence' })
  await db().slip.create({
    data: {
      resolutionId,
      memberId: here.id,
      voterId: here.id,
      voices: 1,
      category: 'active',
      cast: true,
      choice: 'FOR',
      castById: here.accountId,
      receipt: crypto.randomUUID(),
    },
  })
  expect((await homeOf(here)).steps).toEqual([])
})

const step = (key: string, rest: Partial<HomeStep>): HomeStep => ({
  key,
  title: key,
  by: null,
  reason: null,
  rule: null,
  reasons: [],
  to: '/',
  action: '',
  late: false,
  rank: 5,
  ...rest,
})

test('a ballot first, then what is late, then by day; a day before today is late, whatever its source says', () => {
  const steps = [
    step('sign', {}),
    step('june', { by: '2027-06-01' }),
    step('today', { by: '2027-05-10' }),
    step('vote', { rank: -3 }),
    step('yesterday', { by: '2027-05-09' }),
    step('late', { late: true }),
  ]
  const ordered = inOrder(steps, '2027-05-10')
  expect(ordered.map(({ key, late }) => (late ? `${key} late` : key))).toEqual([
    'vote',
    'yesterday late',
    'late late',
    'today',
    'june',
    'sign',
  ])
  expect(ordered.map(byWords).slice(1, 4)).toEqual([
    'depuis le dimanche 9\u00a0mai 2027',
    undefined,
    'au plus tard le lundi 10\u00a0mai 2027',
  ])
})

test('the navigation counts every task, each where it leads', () => {
  const nav = [{ href: '/' }, { href: '/membres', covers: ['/candidatures'] }, { href: '/membre' }, { href: '/compte' }]
  const steps = ['/candidatures', '/membres/import', '/membres?q=x', '/bureau'].map((to) => ({ to }))
  expect(withTasks(nav, steps).map(({ href, tasks }) => [href, tasks])).toEqual([
    ['/', 4],
    ['/membres', 3],
    ['/membre', 0],
    ['/compte', 0],
  ])
})
