import { beforeEach, describe, expect, it } from 'vitest'
import { decideApplication } from '~/membership/admission/decide-application.server'
import { applicationSheet } from '~/membership/applications/application-sheet.query.server'
import { submitApplication } from '~/membership/applications/submit-application.server'
import { modelStatutes } from '~/statutes/model'
import type { Statutes } from '~/statutes/schema'
import { buildAssociation, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { aRequest, emptyDatabase } from '../../support/joining'

const db = useDatabase()
let people: BuiltAssociation
const active = { ...modelStatutes.admission.active, by: 'president' as const }
const byPresident: Statutes = { ...modelStatutes, admission: { ...modelStatutes.admission, active } }

async function begin(statutes: Statutes): Promise<string> {
  await emptyDatabase(db())
  await db().$executeRaw`delete from rate_limit`
  people = await buildAssociation(db(), { actives: 1, statutes })
  const period = await db().duesPeriod.findFirstOrThrow()
  await db().duesRate.create({ data: { periodId: period.id, category: 'active', amountCents: 5000 } })
  const request = aRequest(people.statutesId)
  await submitApplication({ db: db(), now: TEST_NOW }, { ...request, clientIp: '203.0.113.7' })
  return (await db().application.findFirstOrThrow({ where: { label: { contains: 'Noël' } } })).id
}
const as = (index: number) => contextFor(db(), people.founders[index]!)
const mailsTo = async (applicationId: string) => {
  const { email } = await db().application.findUniqueOrThrow({ where: { id: applicationId } })
  return (await db().mail.findMany({ where: { toAddress: email } })).map(({ template, props }) => ({ template, props }))
}

describe('6.2-a statutes that let the President alone admit', () => {
  let applicationId: string
  beforeEach(async () => {
    applicationId = await begin(byPresident)
  })

  it('6.2-a he admits: member, account, dues, mail; pressed twice at once, once', async () => {
    const ctx = await as(0)
    expect(await applicationSheet(ctx, applicationId)).toMatchObject({ decides: true, fresh: true, meetings: [] })
    const answer = () => decideApplication(ctx, { applicationId, outcome: 'admit' })
    const twice = await Promise.allSettled([answer(), answer()])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { memberId, state, resolutionId } = await db().application.findUniqueOrThrow({ where: { id: applicationId } })
    expect({ state, resolutionId }).toEqual({ state: 'ACCEPTED', resolutionId: null })
    const member = await db().member.findUniqueOrThrow({ where: { id: memberId ?? '' }, include: { dues: true } })
    expect(member).toMatchObject({ category: 'active', leftOn: null, dues: [{ amountCents: 5000 }] })
    expect(member.accountId).not.toBeNull()
    const mails = await mailsTo(applicationId)
    expect(mails.filter(({ template }) => template === 'application-accepted')).toMatchObject([
      { props: { admitting: { name: 'Le président', unanimous: false } } },
    ])
    const journal = await db().journalEntry.findMany({ where: { subjectId: applicationId } })
    expect(journal.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['application.decided', 'application.accepted']),
    )
    expect(journal.find(({ act }) => act === 'application.decided')?.ruling).toMatchObject({ outcome: 'lawful' })
  })

  it('6.2-a he does not: no member, a mail that gives no motive, none kept', async () => {
    await decideApplication(await as(0), { applicationId, outcome: 'refuse' })
    expect(await db().application.findUniqueOrThrow({ where: { id: applicationId } })).toMatchObject({
      state: 'REFUSED',
      memberId: null,
    })
    expect((await mailsTo(applicationId)).map(({ template }) => template)).toContain('application-refused')
    await expect(decideApplication(await as(0), { applicationId, outcome: 'admit' })).rejects.toMatchObject({
      status: 409,
    })
  })

  it('6.2-a nobody else, and not he without a fresh proof of identity', async () => {
    for (const index of [1, 2]) {
      const ctx = await as(index)
      await expect(decideApplication(ctx, { applicationId, outcome: 'admit' })).rejects.toMatchObject({ status: 403 })
      expect(await applicationSheet(ctx, applicationId)).toMatchObject({ decides: false })
    }
    const ctx = await as(0)
    const stale = { ...ctx, actor: { ...ctx.actor, authenticatedAt: TEST_NOW.subtract({ minutes: 10 }) } }
    await expect(decideApplication(stale, { applicationId, outcome: 'admit' })).rejects.toThrow(/identité/)
    expect(await applicationSheet(stale, applicationId)).toMatchObject({ decides: true, fresh: false })
  })
})

it('6.2-a under the model the President alone admits nobody: refused with the article', async () => {
  const applicationId = await begin(modelStatutes)
  const ctx = await as(0)
  expect(await applicationSheet(ctx, applicationId)).toMatchObject({ decides: false })
  await expect(decideApplication(ctx, { applicationId, outcome: 'admit' })).rejects.toMatchObject({
    status: 409,
    reasons: [{ rule: '6.2-a' }],
  })
  expect(await db().application.findUniqueOrThrow({ where: { id: applicationId } })).toMatchObject({
    state: 'SUBMITTED',
  })
})
