import { expect, test } from 'vitest'
import { registerOn } from '~/members/register/register.query.server'
import { runRetentionNight } from '~/personal-data/retention/run-retention-night.server'
import { endMembership } from '~/membership/end-membership.server'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { storeDocument } from '~/platform/documents.server'
import { addBody, buildAssociation, contextFor } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { noonOn, notifiedCase, onDay } from '../../discipline/cases/support'

const db = useDatabase()
const night = (day: string) => runRetentionNight({ db: db(), now: noonOn(day), actor: null })

test('a leaver: restricted at once, contact data gone after three months, the name after five years', async () => {
  const association = await buildAssociation(db(), { actives: 6 })
  const [president] = association.founders
  const [member, debtor, named] = association.actives
  if (!president || !member || !debtor || !named) throw new Error('members are missing')
  const ctx = await onDay(db(), president, '2027-05-10')
  await db().dues.updateMany({
    where: { memberId: debtor.id },
    data: { paidCents: 0, settledOn: null, closedAs: null, closedOn: null },
  })
  for (const { id } of [member, debtor])
    await transact(db(), (tx) => endMembership(tx, ctx, { memberId: id, kind: 'RESIGNED', on: '2027-05-10' }))
  const documentId = await transact(
    db(),
    (tx) =>
    storeDocument(tx, { bytes: new Uint8Array([1, 2, 3]), fileName: 'a.pdf', mime: 'application/pdf' }, {
      title: 'Lettre', kind: 'démission', memberId: member.id, uploadedById: null, now: ctx.now,
    }), // prettier-ignore
  )
  const read = () => db().member.findUniqueOrThrow({ where: { id: member.id }, include: { account: true } })
  expect((await read()).restrictedOn).not.toBeNull()

  expect(await night('2027-08-09')).toMatchObject({ contact: 0, name: 0 })
  expect(await night('2027-08-10')).toMatchObject({ contact: 1, name: 0, failed: 0 })
  expect(await night('2027-08-10')).toMatchObject({ contact: 0, name: 0 })
  const erased = await read()
  expect(erased).toMatchObject({ email: null, street: null, bornOn: null, phone: null, label: member.label })
  expect(erased.searchText).not.toContain('example')
  expect(erased.account?.email).toMatch(/^efface-.*@efface\.invalid$/)
  expect(erased.account?.disabledAt).not.toBeNull()

  expect(await night('2032-05-09')).toMatchObject({ name: 0 })
  expect(await night('2032-05-10')).toMatchObject({ name: 2, failed: 0 })
  const former = await read()
  expect(former).toMatchObject({ lastName: null, firstName: null, label: `Ancien membre n° ${former.number}` })
  expect(former.account?.name).toBe(former.label)
  expect(await db().document.findUnique({ where: { id: documentId } })).toBeNull()
  expect(await db().blob.count()).toBe(0)
  const lines = (await registerOn({ ...ctx, now: noonOn('2032-05-10') }, '2027-05-09')).lines
  expect(lines.map(({ label }) => label)).toContain(former.label)
  expect(await db().member.findUniqueOrThrow({ where: { id: named.id } })).toMatchObject({ label: named.label, email: named.email }) // prettier-ignore
  const told = await db().journalEntry.findMany({ where: { act: 'retention.night' } })
  expect(JSON.stringify(told.map(({ details }) => details))).not.toContain(member.label)
})

test('a debt, a letter without proof and an open case hold; the account of who speaks for others stays', async () => {
  const [president] = await db().mandate.findMany({ where: { office: 'president' }, include: { member: true } })
  const actives = await db().member.findMany({
    where: { category: 'active', leftOn: null },
    orderBy: { number: 'asc' },
  })
  const [held, director] = actives
  if (!president?.member.accountId || !held?.accountId || !director?.accountId) throw new Error('members are missing')
  const officer = { accountId: president.member.accountId }
  const ctx = await onDay(db(), officer, '2027-05-10')
  const { letterId } = await notifiedCase(db(), officer, { ...held, accountId: held.accountId, email: '' })
  const body = await addBody(db(), { legalName: 'Centre de santé' })
  await db().representative.updateMany({ where: { memberId: body.id }, data: { accountId: director.accountId } })
  for (const { id } of [held, director])
    await transact(db(), (tx) => endMembership(tx, ctx, { memberId: id, kind: 'RESIGNED', on: '2027-05-10' }))
  expect(await night('2027-08-10')).toMatchObject({ contact: 1, cases: 1 })
  expect((await contextFor(db(), { accountId: director.accountId }, noonOn('2027-08-10'))).actor.email).toContain(
    '@example.org',
  )
  expect(await db().member.findUniqueOrThrow({ where: { id: held.id } })).toMatchObject({ contactErasedOn: null })
  await db().registeredLetter.update({ where: { id: letterId }, data: { presentedOn: dateColumn('2027-08-11') } })
  expect(await night('2027-08-12')).toMatchObject({ contact: 1 })
})

test('two nights at once erase once', async () => {
  const member = await db().member.findFirstOrThrow({ where: { category: 'active', leftOn: null, kind: 'PERSON' } })
  const system = { db: db(), now: noonOn('2027-05-10'), actor: null }
  await transact(db(), (tx) => endMembership(tx, system, { memberId: member.id, kind: 'DECEASED', on: '2027-05-10' }))
  const nights = await Promise.all([night('2027-09-01'), night('2027-09-01')])
  expect(nights.map(({ contact }) => contact).sort()).toEqual([0, 1])
})
