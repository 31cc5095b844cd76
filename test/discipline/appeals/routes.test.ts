import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { currentInstant, parisDate } from '~/platform/clock.server'
import { dateColumn } from '~/platform/dates'
import { action, loader } from '~/routes/exclusions.$id.recours'
import { action as withdraw, loader as withdrawal } from '~/routes/exclusions.$id.recours_.retrait'
import { addDays } from '~/statutes/civil-date'
import {
  buildAssociation,
  buildMeeting,
  cookieFor,
  type BuiltAssociation,
  type BuiltMember,
} from '../../support/builders'
import { useDatabase } from '../../support/database'
import { first, THIRTY_DAYS } from './support'

const db = useDatabase()
const today = parisDate(currentInstant())
const day = (offset: number) => dateColumn(addDays(today, offset))
let built: BuiltAssociation
let caseId = ''
const president = () => first(built.founders)
const secretary = () => first(built.founders.slice(1))
const member = () => first(built.actives)

beforeAll(async () => {
  built = await buildAssociation(db(), { actives: 2, statutes: THIRTY_DAYS })
  const file = await db().disciplinaryCase.create({
    data: {
      kind: 'EXCLUSION',
      state: 'EXCLUDED',
      memberId: member().id,
      facts: '2026-03-03 A interrompu la réunion du Bureau et retenu les clés du local.',
      ruleBroken: 'article 4',
      sanction: 'l’exclusion de l’association',
      openedAt: day(-40),
      organ: 'president',
      decidedOn: day(-4),
      reasons: 'Les faits sont établis.',
    },
  })
  caseId = file.id
  await db().memberEvent.create({
    data: { memberId: member().id, kind: 'EXCLUDED', on: day(-4), recordedAt: day(-4) },
  })
  await db().member.update({ where: { id: member().id }, data: { leftOn: day(-4), restrictedOn: day(-4) } })
})

/** What the page answers to someone: the status, the way on, the data. */
async function answer(
  run: (args: LoaderFunctionArgs) => unknown,
  who: BuiltMember,
  { id = caseId, form }: { id?: string; form?: Record<string, string> } = {},
) {
  const request = new Request(`http://localhost/exclusions/${id}/recours`, {
    headers: { cookie: await cookieFor(db(), who) },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  const context = { nonce: 'test', requestId: 'test', clientIp: '127.0.0.1' }
  const value = await Promise.resolve(run({ request, params: { id }, context })).catch((thrown: unknown) => thrown)
  if (value instanceof Response) return { status: value.status, to: value.headers.get('location'), value }
  const init: unknown = typeof value === 'object' && value !== null && 'init' in value ? value.init : null
  const status = typeof init === 'object' && init !== null && 'status' in init ? Number(init.status) : 200
  return { status, to: null, value }
}

test('the page of an appeal: the excluded person, who keeps the file; nobody else learns that it exists', async () => {
  expect((await answer(loader, member())).value).toMatchObject({ step: 'lodge', own: true })
  expect((await answer(loader, president())).value).toMatchObject({ step: 'record', own: false })
  for (const other of [secretary(), first(built.actives.slice(1))]) {
    expect((await answer(loader, other)).status).toBe(404)
    expect((await answer(action, other, { form: { intent: 'lodge', confirm: 'on' } })).status).toBe(404)
    expect((await answer(action, other, { form: { intent: 'record', on: today } })).status).toBe(404)
  }
  expect((await answer(loader, member(), { id: 'x' })).status).toBe(404)
  expect((await answer(action, member(), { form: { intent: 'record', on: today } })).status).toBe(404)
  expect((await answer(action, president(), { form: { intent: 'lodge', confirm: 'on' } })).status).toBe(404)
  expect((await answer(action, member(), { form: { intent: 'other' } })).status).toBe(400)
})

test('lodged once confirmed, then put on an agenda; the form is there no more', async () => {
  const unconfirmed = await answer(action, member(), { form: { intent: 'lodge', text: 'Je conteste.' } })
  expect(unconfirmed).toMatchObject({
    status: 400,
    value: {
      data: { lastResult: { error: { confirm: [expect.any(String)] }, initialValue: { text: 'Je conteste.' } } },
    },
  })
  const page = `/exclusions/${caseId}`
  expect((await answer(action, member(), { form: { intent: 'lodge', confirm: 'on' } })).to).toBe(page)
  expect((await answer(loader, member())).to).toBe(page)
  expect((await answer(loader, president())).value).toMatchObject({ step: 'list', meetings: [] })
  const { id: meetingId } = await buildMeeting(db(), built, { date: addDays(today, 30), resolutions: [{}] })
  expect((await answer(action, president(), { form: { intent: 'list' } })).status).toBe(400)
  expect((await answer(action, president(), { form: { intent: 'list', meetingId } })).to).toBe(page)
  expect((await answer(loader, president())).to).toBe(page)
})

test('withdrawn once confirmed, by the excluded person; the page is there no more, and for the others never was', async () => {
  const page = `/exclusions/${caseId}`
  expect((await answer(withdrawal, member())).value).toMatchObject({ own: true, since: today })
  expect((await answer(withdrawal, president())).value).toMatchObject({ own: false })
  for (const other of [secretary(), first(built.actives.slice(1))])
    expect((await answer(withdrawal, other)).status).toBe(404)
  expect((await answer(withdraw, president(), { form: { intent: 'withdraw', confirm: 'on' } })).status).toBe(404)
  expect(await answer(withdraw, member(), { form: { intent: 'withdraw' } })).toMatchObject({
    status: 400,
    value: { data: { lastResult: { error: { confirm: [expect.any(String)] } } } },
  })
  expect((await answer(withdraw, president(), { form: { intent: 'record', on: '2026-02-30' } })).status).toBe(400)
  expect((await answer(withdraw, member(), { form: { intent: 'other' } })).status).toBe(400)
  for (let press = 0; press < 2; press += 1)
    expect((await answer(withdraw, member(), { form: { intent: 'withdraw', confirm: 'on' } })).to).toBe(page)
  expect((await answer(withdrawal, member())).to).toBe(page)
  expect(await db().mail.count({ where: { template: 'appeal-withdrawn' } })).toBe(1)
})
