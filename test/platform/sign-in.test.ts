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
const consume = (token: string, at = later(1), cookie: string | null = null) =>
  consumeLink(
    { db: db(), now: at },
    { token, cookie, userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0', clientIp: '192.0.2.1' },
  )

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

test('the sixth request for an address in a quarter of an hour is refused, known or not', async () => {
  for (let i = 0; i < 5; i += 1) await ask('insistante@membre.test')
  const sixth = ask('insistante@membre.test')
  await expect(sixth).rejects.toBeInstanceOf(Refusal)
  await expect(sixth).rejects.toMatchObject({ status: 429, message: expect.stringContaining('recommencer dans') })
  // neither the address nor the network is kept in clear
  expect(JSON.stringify(await db().rateLimit.findMany({ select: { key: true } }))).not.toMatch(/insistante|192\.0/)
})

test('301 requests from one network: the last is refused, another network goes on', async () => {
  await db().rateLimit.deleteMany()
  await ask('ipv6@membre.test', '/', '2001:db8:1:2::10')
  await db().rateLimit.updateMany({ where: { key: { startsWith: 'sign-in-network' } }, data: { points: 300 } })
  await expect(ask('autre@membre.test', '/', '2001:db8:1:2:ffff::1')).rejects.toMatchObject({ status: 429 })
  await ask('autre@membre.test', '/', '2001:db8:1:3::1')
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
