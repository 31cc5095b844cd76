import { afterEach, beforeAll, expect, test } from 'vitest'
import { action as demoAction, loader as demoLoader } from '~/routes/demo._index'
import { loader as mailLoader } from '~/routes/demo.courriels.$id'
import { loader as contentLoader } from '~/routes/demo.courriels_.$id.contenu'
import { loader as partLoader } from '~/routes/demo.courriels_.$id.pieces.$rank'
import { loader as listLoader } from '~/routes/demo.courriels._index'
import { action as signIn } from '~/routes/connexion._index'
import { now, currentInstant } from '~/platform/clock.server'
import { transact } from '~/platform/db.server'
import { reloadEnv } from '~/platform/env.server'
import { deliverMail } from '~/platform/mail/deliver.server'
import { queueMails } from '~/platform/mail/queue.server'
import { findSession } from '~/platform/session.server'
import { buildAssociation, cookieFor } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
const demo = (on: boolean) => {
  process.env.DEMO = on ? '1' : '0'
  reloadEnv()
}
const call = (request: Request, params: Record<string, string> = {}) => ({
  request,
  params,
  context: { nonce: '', requestId: '', clientIp: '192.0.2.1' },
})
const get = (path: string, params = {}, cookie = '') =>
  call(new Request(`http://localhost${path}`, { headers: { cookie } }), params)
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  call(
    new Request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } }),
  )
const NOT_FOUND = { init: { status: 404 } }

let accountId: string
beforeAll(async () => {
  const built = await buildAssociation(db(), { actives: 1, honorary: 1 })
  accountId = built.founders[0]?.accountId ?? ''
})
afterEach(() => demo(false))

test('outside a demonstration none of its pages exists, and nobody enters', async () => {
  const id = '019a1f00-7c1e-7abc-9def-0123456789ab'
  for (const page of [
    () => demoLoader(get('/demo')),
    () => demoAction(post('/demo', { accountId })),
    () => demoAction(post('/demo', { intent: 'clock', days: '1' })),
    () => listLoader(get('/demo/courriels')),
    () => mailLoader(get('/demo/courriels/x', { id })),
    () => contentLoader(get('/demo/courriels/x/contenu', { id })),
    () => partLoader(get('/demo/courriels/x/pieces/0', { id, rank: '0' })),
  ])
    await expect(page()).rejects.toMatchObject(NOT_FOUND)
  expect(await db().session.count()).toBe(0)
})

test('outside a demonstration the button that confirms without a mail does nothing but send the link', async () => {
  const cookie = await cookieFor(db(), { accountId }, (await now()).subtract({ minutes: 30 }))
  const before = await findSession(db(), cookie, await now())
  await signIn(post('/connexion?renouveler=1&vers=/registre', { intent: 'demo' }, cookie))
  expect((await findSession(db(), cookie, await now()))?.authenticatedAt).toEqual(before?.authenticatedAt)
  demo(true)
  const thrown = signIn(post('/connexion?renouveler=1&vers=/registre', { intent: 'demo' }, cookie))
  await expect(thrown).rejects.toMatchObject({ status: 302 })
  const fresh = await findSession(db(), cookie, await now())
  expect(fresh?.authenticatedAt.getTime()).toBeGreaterThan(before?.authenticatedAt.getTime() ?? Infinity)
})

test('one enters as anybody; people are listed once, by office then by category', async () => {
  demo(true)
  const entered = await demoAction(post('/demo', { intent: 'enter', accountId }))
  const cookie = entered instanceof Response ? entered.headers.get('set-cookie') : null
  expect((await findSession(db(), cookie, await now()))?.accountId).toBe(accountId)
  const { groups, current } = await demoLoader(get('/demo', {}, cookie?.split(';')[0]))
  expect(current).toBe(accountId)
  expect(groups.map(({ title, people }) => [title, people.length])).toEqual([
    ['Bureau', 3],
    ['Membres fondateurs', 1],
    ['Membres actifs', 1],
    ['Membres d’honneur', 1],
  ])
})

test('the clock goes forward only, and whoever is signed in stays so', async () => {
  demo(true)
  const entered = await demoAction(post('/demo', { intent: 'enter', accountId }))
  const cookie = entered instanceof Response ? (entered.headers.get('set-cookie')?.split(';')[0] ?? '') : ''
  const before = await now()
  await demoAction(post('/demo', { intent: 'clock', days: '60' }))
  expect(currentInstant().since(before).total('days')).toBeCloseTo(60, 1)
  expect(await findSession(db(), cookie, await now())).not.toBeNull()
  expect(await demoAction(post('/demo', { intent: 'clock', date: '2020-01-01', time: '09:00' }))).toMatchObject({
    init: { status: 400 },
  })
  expect(await demoAction(post('/demo', { intent: 'clock', date: 'demain' }))).toMatchObject({ init: { status: 400 } })
})

test('mails are read as they are sent: found by their words, page by page, links out of the frame', async () => {
  demo(true)
  const props = { associationName: 'CPTS', name: 'Zoé', url: 'https://cpts.test/connexion/x', expiresInMinutes: 15 }
  const at = await now()
  const ids = await transact(db(), (tx) =>
    queueMails(
      tx,
      Array.from({ length: 35 }, (_, rank) => ({
        template: 'sign-in' as const,
        props,
        to: { address: `p${rank}@membre.test`, name: rank === 7 ? 'Hélène Œuvrard' : `Personne ${rank}` },
        attachments: [
          { filename: 'réunion.ics', mime: 'text/calendar', text: 'BEGIN:VCALENDAR', method: 'REQUEST' as const },
        ],
      })),
      at,
    ),
  )
  const first = await listLoader(get('/demo/courriels?q=membre.test'))
  expect([first.rows.length, first.total]).toEqual([30, 35])
  const second = await listLoader(
    get(`/demo/courriels?${new URLSearchParams({ q: 'membre.test', apres: first.next ?? '' })}`),
  )
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(35)
  expect((await listLoader(get('/demo/courriels?q=h%C3%A9l%C3%A8ne+lien'))).rows).toHaveLength(1)
  const id = ids[7] ?? ''
  await deliverMail(id)
  expect(await mailLoader(get('/demo/courriels/x', { id }))).toMatchObject({
    readable: true,
    attachments: [{ filename: 'réunion.ics' }],
  })
  const html = await (await contentLoader(get('/demo/courriels/x/contenu', { id }))).text()
  expect(html).toContain('target="_top"')
  expect(html).not.toContain('_blank')
  const part = await partLoader(get('/demo/courriels/x/pieces/0', { id, rank: '0' }))
  expect(await part.text()).toBe('BEGIN:VCALENDAR')
  expect((await partLoader(get('/demo/courriels/x/pieces/9', { id, rank: '9' }))).status).toBe(404)
  await expect(mailLoader(get('/demo/courriels/x', { id: 'inconnu' }))).rejects.toMatchObject(NOT_FOUND)
})
