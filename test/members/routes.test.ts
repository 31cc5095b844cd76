import type { LoaderFunctionArgs as DataFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { loader as sheetLoader } from '~/routes/membres.$id._index'
import { loader as listLoader } from '~/routes/membres._index'
import { loader as exportLoader } from '~/routes/membres.export'
import { action as importAction } from '~/routes/membres.import._index'
import { action as registerAction } from '~/routes/membres.nouveau'
import { buildAssociation, cookieFor, type BuiltAssociation, type BuiltMember } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let built: BuiltAssociation

beforeAll(async () => {
  built = await buildAssociation(db(), { actives: 2 })
})

/** What a route answers: the status, and its data when there is some. */
async function answer(
  run: (args: DataFunctionArgs) => unknown,
  who: BuiltMember | null,
  path: string,
  more: { params?: Record<string, string>; body?: FormData } = {},
) {
  const cookie = who ? await cookieFor(db(), who) : ''
  const request = new Request(`http://localhost${path}`, {
    headers: { cookie },
    ...(more.body && { method: 'POST', body: more.body }),
  })
  try {
    const value = await run({
      request,
      params: more.params ?? {},
      context: { nonce: 'test', requestId: 'test', clientIp: '127.0.0.1' },
    })
    return { status: value instanceof Response ? value.status : statusOf(value), value }
  } catch (thrown) {
    return { status: thrown instanceof Response ? thrown.status : statusOf(thrown), value: thrown }
  }
}

function statusOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('init' in value)) return 200
  const { init } = value
  return typeof init === 'object' && init !== null && 'status' in init ? Number(init.status) : 200
}

const secretary = () => built.founders[1]!
const plain = () => built.actives[0]!

describe('who reads what', () => {
  test('the list and its export: those who keep the register; nobody else learns that they exist', async () => {
    expect((await answer(listLoader, secretary(), '/membres')).status).toBe(200)
    expect((await answer(listLoader, plain(), '/membres')).status).toBe(404)
    expect((await answer(exportLoader, plain(), '/membres/export')).status).toBe(404)
    expect((await answer(listLoader, null, '/membres')).status).toBe(302)
  })

  test('a sheet: those who keep the register, and the member for his own, without a way to change it', async () => {
    const sheet = (who: BuiltMember, of: BuiltMember) =>
      answer(sheetLoader, who, `/membres/${of.id}`, { params: { id: of.id } })
    expect((await sheet(plain(), plain())).value).toMatchObject({ label: plain().label, writes: false, reads: false })
    expect((await sheet(plain(), secretary())).status).toBe(404)
    expect((await sheet(secretary(), plain())).value).toMatchObject({ writes: true })
    expect((await answer(sheetLoader, secretary(), '/membres/x', { params: { id: 'x' } })).status).toBe(404)
  })
})

describe('forms', () => {
  const form = (fields: Record<string, string>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return body
  }

  test('a wrong form: 400, messages by field, what was typed is kept', async () => {
    const body = form({ kind: 'PERSON', lastName: 'Martin', rpps: '10001234566' })
    const { status, value } = await answer(registerAction, secretary(), '/membres/nouveau', { body })
    expect(status).toBe(400)
    expect(value).toMatchObject({
      data: { lastResult: { initialValue: { lastName: 'Martin' }, error: { firstName: ['Indiquez le prénom.'] } } },
    })
  })

  test('6-b: a member of another region: 409, with the article', async () => {
    const body = form({
      kind: 'PERSON',
      lastName: 'Martin',
      firstName: 'Anne',
      category: 'active',
      admittedOn: '2026-01-01',
      postcode: '69001',
    })
    const { status, value } = await answer(registerAction, secretary(), '/membres/nouveau', { body })
    expect(status).toBe(409)
    expect(value).toMatchObject({ data: { refusal: { reasons: [{ rule: '6-b' }] } } })
  })

  test.each([
    ['no file', null, 'Choisissez un fichier'],
    ['a file that is no list', new File([new Uint8Array([0, 1, 2])], 'photo.png'), 'ni un CSV ni un classeur'],
    ['a file too big', new File([new Uint8Array(5 * 1024 * 1024 + 10)], 'gros.csv'), '5 Mo'],
  ])('import, %s: 400 with what to do', async (_, file, words) => {
    const body = new FormData()
    if (file) body.set('file', file)
    const { status, value } = await answer(importAction, secretary(), '/membres/import', { body })
    expect(status).toBe(400)
    expect(value).toMatchObject({ data: { message: expect.stringContaining(words) } })
  })
})
