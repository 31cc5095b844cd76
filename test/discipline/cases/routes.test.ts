import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { action as caseAction, loader as caseLoader } from '~/routes/exclusions.$id._index'
import { loader as decisionLoader } from '~/routes/exclusions.$id.decision'
import { action as noticeAction, loader as noticeLoader } from '~/routes/exclusions.$id.lettre'
import { loader as listLoader } from '~/routes/exclusions._index'
import { action as openAction, loader as openLoader } from '~/routes/exclusions.nouvelle'
import { loader as accessLoader } from '~/routes/acces-aux-donnees'
import { loader as dataLoader } from '~/routes/mes-donnees._index'
import { buildAssociation, cookieFor, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'

const db = useDatabase()
let built: BuiltAssociation
let caseId = ''
const president = () => built.founders[0]!
const secretary = () => built.founders[1]!
const treasurer = () => built.founders[2]!
const member = () => built.actives[0]!

beforeAll(async () => {
  built = await buildAssociation(db(), { actives: 2 })
})

/** What a route answers to someone: the status, the data, the way on. */
async function answer(
  run: (args: LoaderFunctionArgs) => unknown,
  who: BuiltMember,
  path: string,
  { id, form }: { id?: string; form?: Record<string, string> } = {},
) {
  const body = form && new URLSearchParams(form)
  const request = new Request(`http://localhost${path}`, {
    headers: { cookie: await cookieFor(db(), who) },
    ...(body && { method: 'POST', body }),
  })
  const context = { nonce: 'test', requestId: 'test', clientIp: '127.0.0.1' }
  const value = await Promise.resolve(run({ request, params: id ? { id } : {}, context })).catch(
    (thrown: unknown) => thrown,
  )
  if (value instanceof Response) return { status: value.status, to: value.headers.get('location'), value }
  const init: unknown = typeof value === 'object' && value !== null && 'init' in value ? value.init : null
  const status = typeof init === 'object' && init !== null && 'status' in init ? Number(init.status) : 200
  return { status, to: null, value }
}

test('the pages of a procedure: who leads it; nobody else learns that they exist', async () => {
  for (const loader of [listLoader, openLoader]) {
    expect((await answer(loader, president(), '/exclusions')).status).toBe(200)
    expect((await answer(loader, member(), '/exclusions')).status).toBe(404)
  }
  // against the President, who alone leads procedures here, the others of the Bureau may open one: against nobody else
  const offered = await answer(openLoader, secretary(), '/exclusions/nouvelle')
  expect(offered.value).toMatchObject({ members: [{ value: president().id }] })
  expect((await answer(accessLoader, treasurer(), '/acces-aux-donnees')).status).toBe(404)
  expect((await answer(accessLoader, secretary(), '/acces-aux-donnees')).status).toBe(200)
  expect((await answer(dataLoader, member(), `/mes-donnees?membre=${president().id}`)).status).toBe(404)
})

test('a bad file: 400, a word by each field, what was typed kept; a good one opens the case', async () => {
  const path = '/exclusions/nouvelle'
  const typed = { kind: 'EXCLUSION', memberId: member().id, 'facts[0].on': '2026-03-03', 'facts[0].text': 'trop court' }
  const bad = await answer(openAction, president(), path, { form: typed })
  expect(bad.status).toBe(400)
  expect(bad.value).toMatchObject({
    data: { lastResult: { error: { 'facts[0].text': [expect.any(String)], ruleBroken: [expect.any(String)] } } },
  })
  const good = {
    ...typed,
    'facts[0].text': 'A interrompu la réunion et retenu les clés du local.',
    ruleBroken: 'article 4',
  }
  const opened = await answer(openAction, president(), path, { form: good })
  expect(opened).toMatchObject({ status: 302, to: expect.stringMatching(/^\/exclusions\/[0-9a-f-]{36}$/) })
  caseId = opened.to?.split('/').pop() ?? ''
  expect((await answer(openAction, president(), path, { form: good })).status).toBe(409)
  expect((await answer(openAction, secretary(), path, { form: good })).status).toBe(403)
})

test('a hearing without a day, or too early: told by the field or with the article; then the letter is written', async () => {
  const path = `/exclusions/${caseId}/lettre`
  expect((await answer(noticeLoader, secretary(), path, { id: caseId })).status).toBe(404)
  const missing = await answer(noticeAction, president(), path, { id: caseId, form: { way: 'hearing' } })
  expect(missing.status).toBe(400)
  const early = { way: 'hearing', on: '2026-11-23', time: '18:00', place: 'au siège' }
  const refused = await answer(noticeAction, president(), path, { id: caseId, form: early })
  expect(refused).toMatchObject({ status: 409, value: { data: { refusal: { reasons: [{ rule: '6.4-a' }] } } } })
  const written = await answer(noticeAction, president(), path, { id: caseId, form: { way: 'writing' } })
  expect(written.to).toMatch(/^\/courriers\//)
})

test('the member has his own page; an unknown wish is refused; the decision waits for the President', async () => {
  const path = `/exclusions/${caseId}`
  expect((await answer(caseLoader, member(), path, { id: caseId })).value).toMatchObject({ view: 'concerned' })
  expect((await answer(caseLoader, built.actives[1]!, path, { id: caseId })).status).toBe(404)
  expect((await answer(caseLoader, president(), path, { id: 'x' })).status).toBe(404)
  expect((await answer(caseAction, president(), path, { id: caseId, form: { intent: 'other' } })).status).toBe(400)
  expect((await answer(caseAction, member(), path, { id: caseId, form: { intent: 'abandon' } })).status).toBe(403)
  expect((await answer(decisionLoader, secretary(), path, { id: caseId })).status).toBe(404)
  expect((await answer(caseAction, president(), path, { id: caseId, form: { intent: 'abandon' } })).to).toBe(path)
  expect((await answer(decisionLoader, president(), path, { id: caseId })).status).toBe(404)
})
