import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { dateFromInstant } from '~/platform/dates'
import { Refusal } from '~/platform/refusal'
import { createSession, findSession, revokeSessions, sessionHash } from '~/platform/session.server'
import { consumeLink, linkState } from '~/platform/sign-in/consume-link.server'
import { isFresh } from '~/platform/sign-in/fresh'
import { requestLink, requestRenewal } from '~/platform/sign-in/request-link.server'
import { useDatabase } from '../support/database'

const db = useDatabase()
const now = Temporal.Instant.from('2027-05-10T10:00:00Z')
const later = (minutes: number) => now.add({ minutes })

const account = (email: string) =>
  db().account.create({ data: { email, name: 'Zoé Œuvrard', createdAt: dateFromInstant(now) } })
const ask = (email: string, redirectTo = '/', clientIp = '192.0.2.1') =>
  requestLink({ db: db(), now }, { email, redirectTo, clientIp })
const mailsTo = (toAddress: string) => db().mail.findMany({ where: { toAddress }, orderBy: { id: 'asc' } })
async function lastToken(email: string) {
  const mails = await mailsTo(email)
  return /connexion\/([\w-]{43})/.exec(JSON.stringify(mails.at(-1)?.props))?.[1] ?? ''
}
const browser = { cookie: null, userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0' }
const consume = (token: string, at = later(1), cookie: string | null = null) =>
  consumeLink({ db: db(), now: at }, { token, ...browser, cookie, clientIp: '192.0.2.1' })

test('a known address gets a link of which only the hash is kept, and it opens a session', async () => {
  const { id } = await account('zoe@membre.test')
  await ask('zoe@membre.test', '/assemblees?annee=2027')
  const token = await lastToken('zoe@membre.test')
  expect(JSON.stringify(await db().signInLink.findMany())).not.toContain(token)
  expect(await linkState(db(), token, later(1))).toBe('usable')
  const opened = await consume(token)
  expect(opened?.redirectTo).toBe('/assemblees?annee=2027')
  const session = await findSession(db(), opened?.cookie ?? null, later(2))
  expect(session?.accountId).toBe(id)
  expect(await db().session.findFirst({ where: { accountId: id } })).toMatchObject({ device: 'Firefox, Linux' })
  expect(await linkState(db(), token, later(1))).toBe('used')
})

test('an unknown or closed address: the same answer, no mail, no sooner', async () => {
  await db().account.update({
    where: { id: (await account('parti@membre.test')).id },
    data: { disabledAt: dateFromInstant(now) },
  })
  const time = async (email: string) => {
    const began = performance.now()
    await ask(email)
    return performance.now() - began
  }
  await account('connue@membre.test')
  const times = [await time('inconnue@membre.test'), await time('parti@membre.test'), await time('connue@membre.test')]
  expect(await mailsTo('inconnue@membre.test')).toEqual([])
  expect(await mailsTo('parti@membre.test')).toEqual([])
  expect(Math.min(...times)).toBeGreaterThanOrEqual(245)
})

test('a link pressed 20 times at once opens one session', async () => {
  const { id } = await account('vingt@membre.test')
  await ask('vingt@membre.test')
  const token = await lastToken('vingt@membre.test')
  const answers = await Promise.all(Array.from({ length: 20 }, () => consume(token)))
  expect(answers.filter(Boolean)).toHaveLength(1)
  expect(await db().session.count({ where: { accountId: id } })).toBe(1)
})

test('a link serves until 15 minutes, and not at 15 minutes', async () => {
  await account('heure@membre.test')
  await ask('heure@membre.test')
  const token = await lastToken('heure@membre.test')
  expect(await linkState(db(), token, later(15))).toBe('expired')
  expect(await consume(token, later(15))).toBeNull()
  expect(await consume(token, later(15).subtract({ milliseconds: 1 }))).not.toBeNull()
})

test('using one link ends the others of the same account', async () => {
  await account('deux@membre.test')
  await ask('deux@membre.test')
  const first = await lastToken('deux@membre.test')
  await ask('deux@membre.test')
  expect(await consume(await lastToken('deux@membre.test'))).not.toBeNull()
  expect(await consume(first)).toBeNull()
})

test('strangers who ask for an address lock nobody out: three links wait at most, each opens, and one used makes room', async () => {
  const { id } = await account('visee@membre.test')
  const strangers = Array.from({ length: 20 }, (_, index) => ask('visee@membre.test', '/', `198.51.100.${index}`))
  await Promise.all(strangers)
  expect(await mailsTo('visee@membre.test')).toHaveLength(3)
  await ask('visee@membre.test')
  expect(await mailsTo('visee@membre.test')).toHaveLength(3)
  // a signed-in person proves who she is whatever strangers ask
  for (let tries = 0; tries < 10; tries += 1)
    await requestRenewal({ db: db(), now }, { accountId: id, redirectTo: '/assemblees' })
  await expect(requestRenewal({ db: db(), now }, { accountId: id, redirectTo: '/' })).rejects.toMatchObject({
    status: 429,
  })
  expect(await consume(await lastToken('visee@membre.test'))).not.toBeNull()
  const before = (await mailsTo('visee@membre.test')).length
  await ask('visee@membre.test')
  expect(await mailsTo('visee@membre.test')).toHaveLength(before + 1)
})

test('links that have run out make room', async () => {
  await account('lente@membre.test')
  for (let tries = 0; tries < 4; tries += 1) await ask('lente@membre.test')
  await requestLink(
    { db: db(), now: later(15) },
    { email: 'lente@membre.test', redirectTo: '/', clientIp: '192.0.2.1' },
  )
  expect(await mailsTo('lente@membre.test')).toHaveLength(4)
})

test('a room of 300 behind one address signs in, each asking twice; then a network at its limit is refused alone', async () => {
  await db().rateLimit.deleteMany()
  const ip = '2001:db8:1:2::10'
  const people = Array.from({ length: 300 }, (_, index) => `salle${index}@membre.test`)
  await db().account.createMany({
    data: people.map((email) => ({ email, name: 'Zoé Œuvrard', createdAt: dateFromInstant(now) })),
  })
  await Promise.all([...people, ...people].map((email) => ask(email, '/', ip)))
  for (const email of people.slice(0, 20))
    expect(
      await consumeLink({ db: db(), now: later(1) }, { token: await lastToken(email), ...browser, clientIp: ip }),
    ).not.toBeNull()
  await db().rateLimit.updateMany({ where: { key: { startsWith: 'sign-in-network' } }, data: { points: 1_500 } })
  await expect(ask('autre@membre.test', '/', '2001:db8:1:2:ffff::1')).rejects.toMatchObject({
    status: 429,
    message: expect.stringContaining('recommencer dans'),
  })
  await ask('autre@membre.test', '/', '2001:db8:1:3::1')
  // neither the address nor the network is kept in clear
  expect(JSON.stringify(await db().rateLimit.findMany({ select: { key: true } }))).not.toMatch(/salle|2001/)
})

test('a link that opens is never counted; a network that guesses is refused, and still opens a valid one', async () => {
  await account('juste@membre.test')
  await ask('juste@membre.test')
  const guess = () => consume('x'.repeat(43))
  for (let tries = 0; tries < 100; tries += 1) expect(await guess()).toBeNull()
  await expect(guess()).rejects.toBeInstanceOf(Refusal)
  expect(await consume(await lastToken('juste@membre.test'))).not.toBeNull()
})

test('a renewal in the same browser keeps its session and makes it fresh', async () => {
  const { id } = await account('fraiche@membre.test')
  const { cookie } = await createSession(db(), { accountId: id, device: 'Firefox', now })
  const signing = later(60)
  const stale = await findSession(db(), cookie, signing)
  expect(
    isFresh(
      { authenticatedAt: Temporal.Instant.fromEpochMilliseconds(stale?.authenticatedAt.getTime() ?? 0) },
      signing,
    ),
  ).toBe(false)
  await requestRenewal({ db: db(), now: signing }, { accountId: id, redirectTo: '/assemblees' })
  expect(await consume(await lastToken('fraiche@membre.test'), signing, cookie)).toEqual({
    redirectTo: '/assemblees',
    cookie: null,
  })
  const fresh = await findSession(db(), cookie, signing)
  expect(fresh?.id).toBe(stale?.id)
  expect(fresh?.authenticatedAt).toEqual(dateFromInstant(signing))
})

test('fresh: less than 10 minutes ago', () => {
  expect(isFresh({ authenticatedAt: now }, later(10).subtract({ milliseconds: 1 }))).toBe(true)
  expect(isFresh({ authenticatedAt: now }, later(10))).toBe(false)
  expect(isFresh({ authenticatedAt: later(1) }, now)).toBe(false)
})

test('the link of another account ends the session that the browser had', async () => {
  const first = await account('premiere@membre.test')
  await account('seconde@membre.test')
  const { cookie } = await createSession(db(), { accountId: first.id, device: 'Firefox', now })
  await ask('seconde@membre.test')
  const opened = await consume(await lastToken('seconde@membre.test'), later(1), cookie)
  expect(opened?.cookie).not.toBeNull()
  expect(await findSession(db(), cookie, later(2))).toBeNull()
})

test('sessions end: revoked, 30 days without use, 90 days in all', async () => {
  const { id } = await account('fin@membre.test')
  const days = (count: number) => now.add({ hours: 24 * count })
  const open = () => createSession(db(), { accountId: id, device: 'Firefox', now })
  const [idle, old, kept] = [await open(), await open(), await open()]
  expect(await findSession(db(), idle.cookie, days(30).subtract({ seconds: 1 }))).not.toBeNull()
  expect(await findSession(db(), idle.cookie, days(60))).toBeNull()
  for (const day of [29, 58, 87]) expect(await findSession(db(), old.cookie, days(day))).not.toBeNull()
  expect(await findSession(db(), old.cookie, days(90))).toBeNull()
  expect(await revokeSessions(db(), { accountId: id, now, except: kept.sessionId })).toBe(2)
  expect(await findSession(db(), kept.cookie, later(1))).not.toBeNull()
  expect(sessionHash('sid=')).toBeNull()
})
