import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { Refusal } from '~/platform/refusal'
import { addRepresentative } from '~/membership/representatives/add-representative.server'
import { endRepresentative } from '~/membership/representatives/end-representative.server'
import { recordConsent } from '~/members/identity/record-consent.server'
import { registerMember } from '~/membership/admission/register-member.server'
import { updateMember } from '~/members/identity/update-member.server'
import { buildAssociation, contextFor } from '../support/builders'
import { useDatabase } from '../support/database'
import { aBody, aPerson, refusalOf } from './support'

const db = useDatabase()
let ctx: Context
let plain: Context

beforeAll(async () => {
  const { founders, actives } = await buildAssociation(db(), { actives: 2 })
  ctx = await contextFor(db(), founders[1]!)
  plain = await contextFor(db(), actives[0]!)
})

describe('registerMember', () => {
  test('writes the member, its account, its admission and a journal row', async () => {
    const id = await registerMember(
      ctx,
      aPerson({
        lastName: 'Émery',
        firstName: 'Zoé',
        civility: 'Dr',
        email: 'zoe@example.org',
        consentOn: '2027-05-01',
      }),
    )
    const member = await db().member.findUniqueOrThrow({
      where: { id },
      include: { events: true, account: true, consents: true },
    })
    expect(member).toMatchObject({
      label: 'Dr Zoé Émery',
      sortName: 'Émery Zoé',
      category: 'active',
      leftOn: null,
      account: { email: 'zoe@example.org' },
    })
    expect(member.number).toBe(9)
    expect(member.searchText).toContain('emery')
    expect(member.events.map(({ kind, on }) => [kind, isoDate(on)])).toEqual([['ADMITTED', '2027-05-01']])
    expect(member.consents).toHaveLength(1)
    expect(
      await db().journalEntry.count({
        where: { subjectId: id, act: 'member.registered', doneById: ctx.actor.accountId },
      }),
    ).toBe(1)
  })

  test('6-b: another region is refused with the article; an empty postcode too', async () => {
    const far = await refusalOf(registerMember(ctx, aPerson({ postcode: '69001' })))
    expect(far).toMatchObject({ status: 409, reasons: [{ rule: '6-b', figures: { department: '69' } }] })
    expect(far.fieldErrors.postcode?.[0]).toContain('69')
    expect((await refusalOf(registerMember(ctx, aPerson({ postcode: null })))).reasons[0]?.rule).toBe('6-b')
  })

  test('6-a: a category that the statutes do not have is refused; an admission to come too', async () => {
    expect((await refusalOf(registerMember(ctx, aPerson({ category: 'sponsor' })))).reasons[0]?.rule).toBe('6-a')
    expect((await refusalOf(registerMember(ctx, aPerson({ admittedOn: '2027-05-11' })))).message).toContain('à venir')
  })

  test('a person’s address is hers alone; a body may share it', async () => {
    await registerMember(ctx, aPerson({ email: 'partagee@example.org' }))
    const second = await refusalOf(registerMember(ctx, aPerson({ email: 'partagee@example.org' })))
    expect(second.fieldErrors.email?.[0]).toContain('chaque personne se connecte avec la sienne')
    await registerMember(ctx, aBody({ email: 'partagee@example.org' }))
  })

  test('a SIRET belongs to one body; a person may share it by her practice', async () => {
    await registerMember(ctx, aBody({ siret: '20003452800014' }))
    expect((await refusalOf(registerMember(ctx, aBody({ siret: '20003452800014' })))).fieldErrors.siret?.[0]).toContain(
      'déjà celui de',
    )
  })

  test('two creations with the same RPPS at once: one passes, the other is told', async () => {
    const twins = ['Un', 'Deux', 'Trois', 'Quatre'].map((lastName) =>
      registerMember(ctx, aPerson({ lastName, rpps: '10001234565' })),
    )
    const done = await Promise.allSettled(twins)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of done) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Refusal)
    expect(await db().member.count({ where: { rpps: '10001234565' } })).toBe(1)
  })

  test('creations at once take numbers that follow each other', async () => {
    await Promise.all(Array.from({ length: 6 }, () => registerMember(ctx, aPerson())))
    const numbers = (await db().member.findMany({ select: { number: true }, orderBy: { number: 'asc' } })).map(
      ({ number }) => number,
    )
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  test('without the power it is forbidden', async () => {
    expect((await refusalOf(registerMember(plain, aPerson()))).status).toBe(403)
  })
})

describe('updateMember', () => {
  test('the account follows the address, and the journal names what changed', async () => {
    const { admittedOn: _, category: __, ...identity } = aPerson({ email: 'avant@example.org' })
    const id = await registerMember(ctx, aPerson({ email: 'avant@example.org' }))
    const before = await db().member.findUniqueOrThrow({ where: { id } })
    await updateMember(ctx, { memberId: id, identity: { ...identity, email: 'apres@example.org', town: 'Créteil' } })
    const after = await db().member.findUniqueOrThrow({ where: { id }, include: { account: true } })
    expect(after.accountId).toBe(before.accountId)
    expect(after.account?.email).toBe('apres@example.org')
    expect(after.searchText).toContain('creteil')
    const entry = await db().journalEntry.findFirstOrThrow({ where: { subjectId: id, act: 'member.updated' } })
    expect(entry.details).toEqual({ changed: ['email', 'town'] })
  })

  test('the address of another is refused, and nothing is written', async () => {
    const { admittedOn: _, category: __, ...identity } = aPerson({ lastName: 'Constant' })
    const id = await registerMember(ctx, aPerson({ lastName: 'Constant', email: 'constant@example.org' }))
    const refused = await refusalOf(
      updateMember(ctx, { memberId: id, identity: { ...identity, lastName: 'Autre', email: 'zoe@example.org' } }),
    )
    expect(refused.fieldErrors.email).toBeDefined()
    expect((await db().member.findUniqueOrThrow({ where: { id } })).lastName).toBe('Constant')
  })

  test('a person does not become a body', async () => {
    const id = await registerMember(ctx, aPerson())
    const { admittedOn: _, category: __, ...identity } = aBody()
    expect((await refusalOf(updateMember(ctx, { memberId: id, identity }))).status).toBe(400)
  })
})

describe('representatives (6.2-d)', () => {
  const person = {
    kind: 'LEGAL' as const,
    civility: null,
    lastName: 'Roux',
    firstName: 'Paul',
    quality: 'directeur',
    bornOn: null,
    email: 'roux@example.org',
    phone: null,
    from: '2026-01-01',
    mandateOn: null,
  }

  test('one account serves one person in several bodies; a new legal representative ends the former on the eve', async () => {
    const [first, second] = [await registerMember(ctx, aBody()), await registerMember(ctx, aBody())]
    const former = await addRepresentative(ctx, { ...person, memberId: first })
    await addRepresentative(ctx, { ...person, memberId: second })
    expect(await db().account.count({ where: { email: 'roux@example.org' } })).toBe(1)
    await addRepresentative(ctx, { ...person, memberId: first, email: 'autre@example.org', from: '2027-02-01' })
    expect(isoDate((await db().representative.findUniqueOrThrow({ where: { id: former } })).until!)).toBe('2027-01-31')
  })

  test('a natural person has none', async () => {
    const id = await registerMember(ctx, aPerson())
    expect((await refusalOf(addRepresentative(ctx, { ...person, memberId: id }))).reasons[0]?.rule).toBe('6.2-d')
  })

  test('an end before the beginning is refused', async () => {
    const memberId = await registerMember(ctx, aBody())
    const representativeId = await addRepresentative(ctx, { ...person, memberId })
    expect((await refusalOf(endRepresentative(ctx, { memberId, representativeId, until: '2025-12-31' }))).status).toBe(
      400,
    )
    await endRepresentative(ctx, { memberId, representativeId, until: '2026-01-01' })
  })
})

test('a consent is appended, the last one is in force, none is dated to come', async () => {
  const memberId = await registerMember(ctx, aPerson())
  const consent = { memberId, kind: 'CONVOCATION' as const, given: true, on: '2027-05-02', source: 'bulletin' }
  await recordConsent(ctx, consent)
  await recordConsent(ctx, { ...consent, given: false, on: '2027-05-03' })
  expect((await db().member.findUniqueOrThrow({ where: { id: memberId } })).convocationConsentOn).toBeNull()
  expect(await db().consent.count({ where: { memberId } })).toBe(2)
  expect((await refusalOf(recordConsent(ctx, { ...consent, on: '2027-05-02' }))).status).toBe(400)
  expect((await refusalOf(recordConsent(ctx, { ...consent, on: '2027-05-11' }))).message).toContain('à venir')
})
