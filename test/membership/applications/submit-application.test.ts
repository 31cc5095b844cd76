import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { applicationForm, type ApplicationInput } from '~/membership/applications/application.form'
import { eraseOldApplications } from '~/membership/applications/erase-old-applications.server'
import { submitApplication } from '~/membership/applications/submit-application.server'
import { withdrawApplication } from '~/membership/applications/withdraw-application.server'
import { transact } from '~/platform/db.server'
import { addDays } from '~/statutes/civil-date'
import { dateColumn } from '~/platform/dates'
import { storeDocument } from '~/platform/documents.server'
import { Temporal } from 'temporal-polyfill'
import { buildAssociation, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { aBodyRequest, aRequest, emptyDatabase, typedRequest } from '../../support/joining'
import { refusalOf } from '../../members/support'

const db = useDatabase()
let association: BuiltAssociation
let clientIp: string
let networks = 0

beforeEach(async () => {
  await emptyDatabase(db())
  await db().$executeRaw`delete from rate_limit`
  association = await buildAssociation(db(), { actives: 2 })
  networks += 1
  clientIp = `203.0.113.${networks}`
})

const submit = (input: ApplicationInput, from = clientIp) =>
  submitApplication({ db: db(), now: TEST_NOW }, { ...input, clientIp: from })
const ask = (more = {}) => aRequest(association.statutesId, more)
const templates = async () =>
  (await db().mail.findMany({ orderBy: { id: 'asc' } })).map(({ template, toAddress }) => [template, toAddress])

describe('6.2-a a request to join', () => {
  it('is kept with the version of the statutes that was accepted; the applicant and the officers are told', async () => {
    await submit(ask())
    const [row] = await db().application.findMany()
    expect(row).toMatchObject({
      state: 'SUBMITTED',
      label: 'Zoé Noël',
      email: 'zoe.noel@example.org',
      statutesId: association.statutesId,
      internalRulesId: null,
      mailConsent: true,
      answers: { kind: 'PERSON', rpps: '10001234565', phone: '06 12 34 56 78', postcode: '94200' },
    })
    expect(row?.answers).not.toHaveProperty('engaged')
    expect((await templates()).toSorted()).toEqual([
      ['application-notice', association.founders[0]?.email],
      ['application-notice', association.founders[1]?.email],
      ['application-received', 'zoe.noel@example.org'],
    ])
  })

  it('of a body carries its legal representative, to whom the answer goes', async () => {
    await submit(aBodyRequest(association.statutesId))
    expect(await db().application.findFirstOrThrow()).toMatchObject({
      label: 'Centre de santé du Port',
      email: 'lea.noir@example.org',
      mailConsent: false,
      answers: { kind: 'BODY', siret: '20003452800014', representative: { lastName: 'Noir', quality: 'directrice' } },
    })
  })

  it('6-b from outside the region is refused with the article, beside the field', async () => {
    const refusal = await refusalOf(submit(ask({ postcode: '69001' })))
    expect(refusal).toMatchObject({ status: 409, reasons: [{ rule: '6-b' }] })
    expect(refusal.fieldErrors.postcode?.[0]).toContain('69')
    expect(await db().application.count()).toBe(0)
  })

  it.each([
    ['statutesAccepted', { statutesAccepted: undefined }],
    ['engaged', { engaged: undefined }],
    ['rpps', { rpps: '10001234566' }],
    ['email', { email: undefined }],
    ['profession', { profession: '' }],
    ['internalRulesAccepted', { internalRulesId: randomUUID() }],
  ])('asks for %s', (field, more) => {
    const { success, data, error } = applicationForm.safeParse(typedRequest(association.statutesId, more))
    expect(success ? data : error?.issues[0]?.path).toEqual([field])
  })

  it('18-a texts that changed since they were read are read again', async () => {
    const pdf = { bytes: new Uint8Array([1]), fileName: 'r.pdf', mime: 'application/pdf' }
    const facts = { title: 'Règlement', kind: 'rules', uploadedById: null, now: TEST_NOW }
    const documentId = await storeDocument(db(), pdf, facts)
    const { id } = await db().internalRules.create({
      data: {
        version: 1,
        approvedOn: dateColumn('2027-01-01'),
        approvedBy: 'Bureau',
        effectiveFrom: dateColumn('2027-01-01'),
        documentId,
        recordedAt: dateColumn('2027-01-01'),
      },
    })
    expect((await refusalOf(submit(ask()))).message).toContain('ont changé')
    await submit(ask({ internalRulesId: id, internalRulesAccepted: 'on' }))
    expect(await db().application.findFirstOrThrow()).toMatchObject({ internalRulesId: id })
  })
})

describe('the answer tells nothing', () => {
  it('pressed twenty times at once, there is one application and one mail', async () => {
    const presses = Array.from({ length: 20 }, (_, rank) => submit(ask(), `198.51.100.${rank}`))
    const done = await Promise.allSettled(presses)
    expect(await db().application.count()).toBe(1)
    expect((await templates()).filter(([template]) => template === 'application-received')).toHaveLength(1)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  })

  it('five an hour from one network for one address; another network is not shut out by it', async () => {
    for (let rank = 0; rank < 5; rank += 1) await submit(ask())
    expect((await refusalOf(submit(ask()))).status).toBe(429)
    await submit(ask(), '198.51.100.99')
  })

  it('a member who applies gets a mail and no application; the page answers as to anybody', async () => {
    await submit(ask({ email: association.actives[0]?.email }))
    await submit(ask({ email: association.actives[0]?.email }), '198.51.100.98')
    expect(await db().application.count()).toBe(0)
    expect(await templates()).toEqual([['application-already-member', association.actives[0]?.email]])
  })

  it('a machine that fills the field that nobody sees leaves no trace', async () => {
    await submit(ask({ website: 'https://spam.example' }))
    expect(await db().application.count()).toBe(0)
    expect(await db().mail.count()).toBe(0)
  })

  it('forty requests an hour from one network, no more', async () => {
    for (let rank = 0; rank < 40; rank += 1) await submit(ask({ website: 'x' }))
    expect((await refusalOf(submit(ask()))).status).toBe(429)
  })
})

describe('what becomes of the data', () => {
  const erase = (on: string) =>
    transact(db(), (tx) =>
      eraseOldApplications(tx, { db: db(), now: Temporal.Instant.from(`${on}T10:00:00Z`), actor: null }),
    )

  it('an application withdrawn is erased three months later, to the day; one that waits is kept', async () => {
    await submit(ask())
    await submit(ask({ lastName: 'Roy', email: 'roy@example.org', rpps: undefined }))
    const { id } = await db().application.findFirstOrThrow({ where: { label: 'Zoé Noël' } })
    const secretary = await contextFor(db(), association.founders[1] ?? { accountId: '' })
    await withdrawApplication(secretary, { applicationId: id })
    expect(await templates()).toContainEqual(['application-withdrawn', 'zoe.noel@example.org'])
    expect(await erase(addDays('2027-08-10', -1))).toBe(0)
    expect(await erase('2027-08-10')).toBe(1)
    expect(await erase('2027-08-11')).toBe(0)
    expect(await db().application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'WITHDRAWN',
      label: 'Candidature effacée',
      email: '',
      commitment: '',
      answers: {},
    })
    expect(await db().application.count({ where: { label: 'Zoé Roy', erasedOn: null } })).toBe(1)
  })

  it('after a withdrawal the same person may apply again; withdrawn twice is refused', async () => {
    await submit(ask())
    const { id } = await db().application.findFirstOrThrow()
    const secretary = await contextFor(db(), association.founders[1] ?? { accountId: '' })
    await withdrawApplication(secretary, { applicationId: id })
    expect((await refusalOf(withdrawApplication(secretary, { applicationId: id }))).status).toBe(409)
    await submit(ask())
    expect(await db().application.count()).toBe(2)
    const plain = await contextFor(db(), association.actives[0] ?? { accountId: '' })
    expect((await refusalOf(withdrawApplication(plain, { applicationId: id }))).status).toBe(403)
  })
})
