import { beforeAll, expect, test } from 'vitest'
import { paymentListPage } from '~/dues/payments/payment-list.query.server'
import { readFilters } from '~/dues/payments/filters'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { latestElectorate } from '~/meetings/electorate.server'
import { holderChoices } from '~/meetings/proxies/holder-choices'
import { proxyFacts } from '~/meetings/proxies/proxy-book.server'
import { accessLog } from '~/personal-data/my-data/access-log.query.server'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { outboxPage } from '~/platform/mail/outbox.query.server'
import { buildAssociation, buildMeeting, contextFor, TEST_DATE, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { aPayment, duesOfMember } from '../support/payments'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context
const NAME = 'Łukasz L’Œuvre-Sørensen'
const TYPED = ['lukasz', 'ŁUKASZ', "l'oeuvre", 'L’Œuvre sorensen', 'œuvre\u2011sørensen', 'Łukasz'.normalize('NFD')]

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 4, actives: 20, honorary: 0, settled: false })
  ctx = await contextFor(db(), built.founders[2]!)
  await db().member.update({ where: { id: built.actives[1]!.id }, data: { label: NAME } })
})

test('the outbox', async () => {
  await db().mail.createMany({
    data: [NAME, 'Anne Martin'].map((toName, place) => ({
      messageId: `search-${place}`, template: 'x', props: {}, toAddress: `s${place}@exemple.fr`, toName, subject: 'Convocation', queuedAt: TEST_DATE,
    })),
  }) // prettier-ignore
  for (const q of TYPED) {
    const { rows, total } = await outboxPage(db(), { q, after: null })
    expect({ q, total, to: rows.map(({ to }) => to) }).toEqual({ q, total: 1, to: [`${NAME} <s0@exemple.fr>`] })
  }
  expect((await outboxPage(db(), { q: 's1@exemple.fr', after: null })).total).toBe(1)
})

test('the payments, by who paid', async () => {
  const dues = await duesOfMember(db(), built.actives[0]!)
  const id = await recordPayment(ctx, aPayment([dues.id], { payerName: NAME }))
  for (const q of TYPED) {
    const found = await paymentListPage(
      ctx,
      { ...readFilters(new URLSearchParams()), q },
      { after: null, before: null },
    )
    expect(
      found.lines.map((line) => line.id),
      q,
    ).toEqual([id])
  }
})

test('who saw what, by either name', async () => {
  await recordAccess(db(), ctx, { memberId: built.actives[1]!.id, kind: 'letter', details: {} })
  for (const q of TYPED)
    expect(
      (await accessLog(ctx, new URLSearchParams({ q }))).lines.map(({ whose }) => whose),
      q,
    ).toEqual([NAME])
})

test('who may hold a proxy', async () => {
  const meeting = await buildMeeting(db(), built, { state: 'CONVENED' })
  const facts = await proxyFacts(db(), await db().meeting.findUniqueOrThrow({ where: { id: meeting.id } }))
  const [giver] = await latestElectorate(db(), meeting.id)
  for (const q of TYPED)
    expect(
      holderChoices(facts, giver!.id, q).choices.map(({ label }) => label),
      q,
    ).toEqual([NAME])
})
