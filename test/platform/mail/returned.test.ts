import fs from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { returnedSteps } from '~/platform/mail/returned/returned-steps.query.server'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { reloadEnv } from '~/platform/env.server'
import { takeBounce } from '~/platform/mail/bounces.server'
import { queueMail } from '~/platform/mail/queue.server'
import { lastTrial, tryBox } from '~/platform/mail/returned/box-trial.server'
import { decideReturned } from '~/platform/mail/returned/decide-returned.server'
import { returnedPage } from '~/platform/mail/returned/returned-page.query.server'
import { textOnlyBounce } from '../../support/bounces'
import { useDatabase } from '../../support/database'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'

const db = useDatabase()
const at = Temporal.Instant.from('2027-05-20T08:00:00Z')

let built: BuiltAssociation
beforeAll(async () => {
  built = await buildAssociation(db())
})
const officer = () => contextFor(db(), built.founders[0]!, at)

async function accepted() {
  const props = { associationName: 'CPTS', name: 'Zoé', url: 'https://cpts.test/x', expiresInMinutes: 15 }
  const id = await transact(db(), (tx) =>
    queueMail(tx, { template: 'sign-in', props, to: { address: 'zoe@membre.test', name: 'Zoé' } }, at),
  )
  await db().mail.update({ where: { id }, data: { state: 'ACCEPTED', sentAt: new Date('2027-05-20T08:00:00Z') } })
  return id
}
const take = (raw: string) => takeBounce(Buffer.from(raw))
const returned = async (name: string, id: string) =>
  take((await fs.readFile(`test/support/returned/${name}.eml`, 'utf8')).replaceAll('MAIL_ID', id))
const page = () => returnedPage(db(), { after: null })
const mail = (id: string) => db().mail.findUniqueOrThrow({ where: { id } })

test('what proves nothing waits for a person, once however often it is found, with the message that it answers', async () => {
  const id = await accepted()
  expect(await returnedSteps(await officer())).toEqual([])
  expect(await take(textOnlyBounce(`bounce+${id}@cpts.test`))).toBe(false)
  expect(await returnedSteps(await officer())).toMatchObject([
    { title: '1\u00a0réponse à lire dans la boîte des retours', to: '/courriels-revenus', action: 'Lire les réponses' },
  ])
  expect(await take(textOnlyBounce(`bounce+${id}@cpts.test`))).toBe(false)
  const { waiting, count } = await page()
  expect(count).toBe(1)
  expect(waiting[0]).toMatchObject({
    sender: 'postmaster@petit-serveur.test',
    subject: 'Echec de remise',
    mail: { toAddress: 'zoe@membre.test', state: 'ACCEPTED' },
  })
  expect((await mail(id)).state).toBe('ACCEPTED')
})

test('« non remis » marks the message as come back; two officers at once do it once', async () => {
  const [waiting] = (await page()).waiting
  const ctx = await officer()
  const said = { id: waiting?.id ?? '', verdict: 'FAILED' as const }
  await Promise.all([decideReturned(ctx, said), decideReturned(ctx, said)])
  expect((await page()).count).toBe(0)
  const row = await db().returnedMail.findUniqueOrThrow({ where: { id: said.id } })
  expect(row).toMatchObject({ state: 'FAILED' })
  expect(await mail(row.mailId ?? '')).toMatchObject({
    state: 'BOUNCED',
    bounceDetail: 'Réponse lue : Echec de remise',
  })
  expect(await db().journalEntry.count({ where: { act: 'returned-mail.failed' } })).toBe(1)
  await expect(decideReturned(ctx, { id: said.id, verdict: 'NO_EFFECT' })).rejects.toThrow('déjà noté')
})

test('an answer on holiday changes nothing, is not a task, and may still be judged otherwise', async () => {
  const id = await accepted()
  expect(await returned('vacation', id)).toBe(false)
  const { count, filed } = await page()
  expect(count).toBe(0)
  const answer = filed.find(({ subject }) => subject === 'Absence du bureau')
  expect(answer).toMatchObject({ state: 'NO_EFFECT', decidedById: null })
  expect((await mail(id)).state).toBe('ACCEPTED')
  await decideReturned(await officer(), { id: answer?.id ?? '', verdict: 'FAILED' })
  expect((await mail(id)).state).toBe('BOUNCED')
})

test('what names no message of ours can be filed, not made to mark one', async () => {
  await take(textOnlyBounce('contact@cpts.test'))
  const [waiting] = (await page()).waiting
  const ctx = await officer()
  await expect(decideReturned(ctx, { id: waiting?.id ?? '', verdict: 'FAILED' })).rejects.toThrow('ne nomme aucun')
  await decideReturned(ctx, { id: waiting?.id ?? '', verdict: 'NO_EFFECT' })
  expect((await page()).count).toBe(0)
})

test('what is no mail at all, NUL included, is kept for a person', async () => {
  await takeBounce(Buffer.from([0, 255, 0, 10, 13, 0]))
  expect((await page()).count).toBe(1)
})

test('who sends nothing reads nothing', async () => {
  const [waiting] = (await page()).waiting
  await expect(
    decideReturned(await contextFor(db(), built.actives[0]!, at), { id: waiting?.id ?? '', verdict: 'NO_EFFECT' }),
  ).rejects.toMatchObject({
    status: 404,
  })
})

describe('the box is tried', () => {
  beforeAll(() => {
    process.env.MAIL_BOUNCE_ADDRESS = 'retours@cpts.test'
    process.env.BOUNCE_IMAP_URL = 'imap://retours:secret@localhost'
    reloadEnv()
  })
  afterAll(() => {
    delete process.env.MAIL_BOUNCE_ADDRESS
    delete process.env.BOUNCE_IMAP_URL
    reloadEnv()
  })
  const trial = () => db().mail.findFirstOrThrow({ where: { template: 'box-trial' } })
  const homeKeys = async (minutes: number) => {
    const ctx = await officer()
    return (await returnedSteps({ ...ctx, now: at.add({ minutes }) })).map(({ key }) => key)
  }

  test('once at a time, at an address as messages give; who sends nothing does not', async () => {
    expect(await lastTrial({ db: db(), now: at })).toEqual({ state: 'never' })
    expect(await homeKeys(0)).toContain('returns-box')
    expect(await returnedSteps(await contextFor(db(), built.actives[0]!, at))).toEqual([])
    await expect(tryBox(await contextFor(db(), built.actives[0]!, at))).rejects.toMatchObject({ status: 404 })
    const ctx = await officer()
    const tries = await Promise.allSettled([tryBox(ctx), tryBox(ctx)])
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await trial()).toAddress).toMatch(/^retours\+[0-9a-f-]{36}@cpts\.test$/)
    expect(await lastTrial({ db: db(), now: at })).toEqual({ state: 'waiting' })
  })

  test('refused, on its way, arrived: each is said', async () => {
    const { id, messageId, toAddress } = await trial()
    await db().mail.update({ where: { id }, data: { state: 'REFUSED', serverAnswer: '550 unknown' } })
    expect(await lastTrial({ db: db(), now: at })).toEqual({ state: 'refused', answer: '550 unknown' })
    expect(await returnedSteps(await officer())).toContainEqual(
      expect.objectContaining({ title: 'La boîte des retours ne reçoit pas ce qui revient', to: '/courriels-revenus' }),
    )
    await db().mail.update({ where: { id }, data: { state: 'ACCEPTED' } })
    expect(await lastTrial({ db: db(), now: at })).toEqual({ state: 'on-its-way' })
    await db().mail.update({ where: { id }, data: { sentAt: dateFromInstant(at) } })
    const after = async (minutes: number) => (await lastTrial({ db: db(), now: at.add({ minutes }) })).state
    expect([await after(14), await after(15), await after(16)]).toEqual(['on-its-way', 'on-its-way', 'late'])
    expect(await homeKeys(16)).toContain('returns-box')
    const { count } = await page()
    const found = `Return-Path: <${toAddress}>\r\nTo: ${toAddress}\r\nMessage-ID: ${messageId}\r\nSubject: Essai\r\n\r\nEssai\r\n`
    expect(await take(found)).toBe(true)
    expect(await lastTrial({ db: db(), now: at })).toEqual({ state: 'arrived' })
    expect(await homeKeys(16)).not.toContain('returns-box')
    expect((await page()).count).toBe(count)
  })
})
