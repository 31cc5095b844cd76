import { beforeEach, describe, expect, test } from 'vitest'
import { renounceFounder } from '~/discipline/cases/renounce-founder.server'
import { changeCategory } from '~/membership/admission/change-category.server'
import { departureSchema } from '~/membership/leaving/departure.form'
import { recordDeparture } from '~/membership/leaving/record-departure.server'
import { addRepresentative } from '~/membership/representatives/add-representative.server'
import { endRepresentative } from '~/membership/representatives/end-representative.server'
import { factWords } from '~/membership/reprises/fact-words.server'
import type { Fact } from '~/membership/reprises/facts'
import { proposeReprise } from '~/membership/reprises/propose-reprise.server'
import { signReprise } from '~/membership/reprises/sign-reprise.server'
import { identitySchema, type Identity } from '~/members/identity/member.form'
import { updateMember } from '~/members/identity/update-member.server'
import { eraseOldReprises } from '~/membership/reprises/erase-old-reprises.server'
import { transact } from '~/platform/db.server'
import { representativeSchema } from '~/members/representatives/representative.form'
import { sitterFor } from '~/offices/mandates.server'
import { dateColumn, isoDate } from '~/platform/dates'
import { refusalOf } from '../members/support'
import {
  addBody,
  buildAssociation,
  buildMeeting,
  contextFor,
  TEST_NOW,
  type BuiltAssociation,
  type BuiltMember,
} from '../support/builders'
import { useDatabase } from '../support/database'
import { emptyDatabase } from '../support/joining'
import { CITED, enterByReprise } from '../support/reprises'

const db = useDatabase()
let association: BuiltAssociation
const as = (rank: number) => contextFor(db(), association.founders[rank]!)
const secretary = () => as(1)
const president = () => as(0)
const active = () => association.actives[0]!

beforeEach(async () => {
  await emptyDatabase(db())
  association = await buildAssociation(db(), { founders: 5, actives: 3, honorary: 1 })
  await db().association.update({ where: { id: 1 }, data: { installedOn: dateColumn('2027-01-10') } })
})

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const saidBy = async (act: Promise<unknown>) => plain((await refusalOf(act)).message)

const reprised = async (fact: Fact) =>
  enterByReprise({ proposer: await secretary(), signer: await president() }, fact, {
    ...CITED,
    source: 'lettre du 1er mars 2027',
    decidedOn: '2027-03-01',
  })
const leftOn = async (memberId: string) => {
  const { leftOn } = await db().member.findUniqueOrThrow({ where: { id: memberId } })
  return leftOn && isoDate(leftOn)
}

describe('6.4-a a departure dated in the past', () => {
  const resigned = (receivedOn: string) =>
    departureSchema.parse({ kind: 'RESIGNED', channel: 'registered-letter', receivedOn })
  const record = async (receivedOn: string, memberId = active().id) =>
    recordDeparture(await secretary(), { ...resigned(receivedOn), memberId })

  test('before, on and after the day of a session where he was counted: two signatures, two, one', async () => {
    await buildMeeting(db(), association, { state: 'OPEN', date: '2027-05-03' })
    for (const early of ['2027-05-02', '2027-05-03']) {
      const refusal = await refusalOf(record(early))
      expect(refusal).toMatchObject({ status: 409, reasons: [{ rule: '6.4-a' }] })
      expect(plain(refusal.message)).toContain('AGO du 3 mai 2027')
      expect(refusal.message).toContain('Proposez une reprise')
    }
    expect(await leftOn(active().id)).toBeNull()
    await record('2027-05-04')
    expect(await leftOn(active().id)).toBe('2027-05-04')
  })

  test('a convocation alone, a session of others, a member without vote: recorded alone', async () => {
    await buildMeeting(db(), association, { state: 'CONVENED', date: '2027-06-12' })
    await buildMeeting(db(), association, { state: 'OPEN', body: 'bureau', date: '2027-05-03' })
    await record('2027-05-01')
    await record('2027-05-01', association.honorary[0]!.id)
  })

  test('a vote cast on line that no session has counted yet; none cast', async () => {
    const meeting = await buildMeeting(db(), association, { state: 'CONVENED', date: '2027-05-12' })
    const ballot = {
      resolutionId: meeting.resolutionIds[0]!,
      voices: 1,
      category: 'active',
      online: true,
      choice: 'FOR' as const,
    }
    await db().resolution.updateMany({ data: { state: 'ONLINE' } })
    await db().slip.create({ data: { ...ballot, memberId: active().id, voterId: active().id, cast: true } })
    expect(await saidBy(record('2027-05-09'))).toContain('AGO du 12 mai 2027')
    await record('2027-05-09', association.actives[1]!.id)
    await record('2027-05-10')
  })

  test('8.1-b who holds an office, or held it after that day: never by one person, whatever the day', async () => {
    const { id } = association.founders[2]!
    expect((await refusalOf(record('2027-05-10', id))).reasons.map(({ rule }) => rule)).toEqual(['8.1-b'])
    await db().mandate.updateMany({ where: { memberId: id }, data: { endedOn: dateColumn('2027-05-05') } })
    expect((await refusalOf(record('2027-05-04', id))).reasons.map(({ rule }) => rule)).toEqual(['8.1-b'])
    await record('2027-05-05', id)
  })

  test('by a reprise: the register, the office, the acknowledgement; the signature once', async () => {
    const { id } = association.founders[2]!
    const fact: Fact = { kind: 'departure', memberId: id, departure: resigned('2027-03-10') }
    const reprise = await reprised(fact)
    expect(await leftOn(id)).toBe('2027-03-10')
    expect(await db().memberEvent.findFirstOrThrow({ where: { memberId: id, kind: 'RESIGNED' } })).toMatchObject({
      takenOver: true,
      repriseId: reprise,
      reason: 'reprise : lettre du 1er mars 2027',
    })
    const ended = await db().mandate.findFirstOrThrow({ where: { memberId: id } })
    expect(ended.endedOn && isoDate(ended.endedOn)).toBe('2027-03-10')
    expect(await db().resignation.count()).toBe(1)
    expect(await db().mail.count({ where: { template: 'resignation-received' } })).toBe(1)
    const [words] = await factWords(db(), { now: TEST_NOW }, [fact])
    expect(plain(words?.sentence ?? '')).toContain('n’est plus membre à compter du 10 mars 2027')
    expect(words?.details).toContainEqual({ term: 'Forme', value: 'Lettre recommandée' })
  })

  test('a death may come before the paper that tells it; a resignation may not come before its letter', async () => {
    const citation = { ...CITED, source: 'acte de décès', decidedOn: '2027-03-01' }
    const propose = async (departure: unknown, memberId: string) =>
      proposeReprise(await secretary(), {
        facts: [{ kind: 'departure', memberId, departure: departureSchema.parse(departure) }],
        citation,
      })
    await propose({ kind: 'DECEASED', on: '2027-02-26' }, association.founders[2]!.id)
    const early = await refusalOf(
      propose({ kind: 'RESIGNED', channel: 'letter', receivedOn: '2027-02-28' }, association.founders[2]!.id),
    )
    expect(early.fieldErrors.decidedOn).toBeDefined()
  })

  test('while the installation is open: recorded alone, whatever the day', async () => {
    await buildMeeting(db(), association, { state: 'OPEN', date: '2027-05-03', toldOn: null })
    await db().meeting.updateMany({ data: { openedAt: null } })
    await db().association.update({ where: { id: 1 }, data: { installedOn: null } })
    await record('2027-05-02')
  })

  test('an office given while the departure is recorded: one of the two is refused', async () => {
    const { id } = association.founders[3]!
    const seat = { office: 'vice-president', memberId: id, from: '2027-03-10', endPrevious: false }
    const proposal = await proposeReprise(await secretary(), {
      facts: [{ kind: 'mandate', mandate: seat }],
      citation: CITED,
    })
    const outcomes = await Promise.allSettled([
      president().then((ctx) => signReprise(ctx, { id: proposal })),
      record('2027-05-10', id),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const held = await db().mandate.count({ where: { memberId: id, endedOn: null } })
    expect(held).toBe((await leftOn(id)) === null ? 1 : 0)
  })
})

describe('6.1-b, 6.1-c, 6.3-a a category changed by hand', () => {
  const paper = { bytes: new Uint8Array([37, 80, 68, 70]), fileName: 'l.pdf', mime: 'application/pdf', inline: true }
  const renounce = async (on: string) =>
    renounceFounder(await secretary(), { memberId: association.founders[4]!.id, on, paper })

  test('a founder who gives the title up before, on and after the day of a vote of his', async () => {
    await buildMeeting(db(), association, { state: 'OPEN', date: '2027-05-03' })
    for (const early of ['2027-05-02', '2027-05-03']) {
      const refusal = await refusalOf(renounce(early))
      expect(refusal.reasons.map(({ rule }) => rule)).toEqual(['6.1-b'])
      expect(plain(refusal.message)).toContain('AGO du 3 mai 2027')
    }
    expect(await db().document.count()).toBe(0)
    await renounce('2027-05-04')
    await reprised({ kind: 'category', memberId: association.founders[3]!.id, category: 'active', on: '2027-05-02' })
  })

  test('one person alone changes a category during the installation only, and marked as taken over', async () => {
    const title = { memberId: active().id, category: 'honorary', on: '2027-05-01' }
    expect((await refusalOf(changeCategory(await secretary(), title))).status).toBe(409)
    await db().association.update({ where: { id: 1 }, data: { installedOn: null } })
    expect((await refusalOf(changeCategory(await as(2), title))).status).toBe(403)
    const twice = await Promise.allSettled([1, 2].map(async () => changeCategory(await secretary(), title)))
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(
      await db().memberEvent.findFirstOrThrow({ where: { memberId: active().id, category: 'honorary' } }),
    ).toMatchObject({ kind: 'CATEGORY_CHANGED', takenOver: true, repriseId: null })
  })
})

describe('6.2-d who speaks for a body', () => {
  let body: BuiltMember
  beforeEach(async () => {
    body = await addBody(db(), { legalName: 'Centre de santé', category: 'founder' })
    const admission = {
      memberId: body.id,
      kind: 'ADMITTED' as const,
      on: dateColumn('2020-01-01'),
      category: 'founder',
    }
    await db().memberEvent.create({ data: { ...admission, recordedAt: dateColumn('2020-01-01') } })
  })
  const sits = () =>
    db().mandate.create({
      data: {
        office: 'vice-president',
        memberId: body.id,
        holderName: 'Claire Direction',
        from: dateColumn('2026-06-10'),
        termEnd: dateColumn('2029-06-10'),
        source: 'AGO du 10 juin 2026',
      },
    })
  const person = (more: Record<string, unknown> = {}) =>
    representativeSchema.parse({
      kind: 'LEGAL',
      lastName: 'Neuve',
      firstName: 'Léa',
      quality: 'directrice',
      email: 'lea.neuve@example.org',
      from: '2027-05-10',
      ...more,
    })
  const add = async (more: Record<string, unknown> = {}) =>
    addRepresentative(await secretary(), { ...person(more), memberId: body.id })
  const legal = () => db().representative.findFirstOrThrow({ where: { memberId: body.id, kind: 'LEGAL' } })
  const end = async (until: string) =>
    endRepresentative(await secretary(), { memberId: body.id, representativeId: (await legal()).id, until })

  test('a body that holds no office: recorded alone; one that does: two signatures, to name and to end', async () => {
    await sits()
    expect((await refusalOf(add())).reasons.map(({ rule }) => rule)).toEqual(['6.2-d'])
    expect((await refusalOf(end('2027-05-10'))).reasons.map(({ rule }) => rule)).toEqual(['6.2-d'])
    await add({ kind: 'SUBSTITUTE', mandateOn: '2027-05-01' })
    expect((await sitterFor(db(), body.id, '2027-05-10'))?.name).toBe('Claire Direction')
    await db().mandate.updateMany({ where: { memberId: body.id }, data: { endedOn: dateColumn('2027-05-10') } })
    await add()
    expect((await sitterFor(db(), body.id, '2027-05-10'))?.name).toBe('Léa Neuve')
  })

  test('by a reprise he sits, and his row names it', async () => {
    await sits()
    const reprise = await reprised({
      kind: 'representative',
      memberId: body.id,
      representative: person({ from: '2027-03-01' }),
    })
    expect((await sitterFor(db(), body.id, '2027-05-10'))?.name).toBe('Léa Neuve')
    const named = await db().representative.findFirstOrThrow({ where: { lastName: 'Neuve' } })
    expect(named.repriseId).toBe(reprise)
    await reprised({ kind: 'representative-end', memberId: body.id, representativeId: named.id, until: '2027-05-09' })
    expect(await sitterFor(db(), body.id, '2027-05-10')).toBeNull()
  })

  test('before, on and after the day of a vote of the body', async () => {
    await buildMeeting(db(), association, { state: 'OPEN', date: '2027-05-03' })
    for (const from of ['2027-05-02', '2027-05-03']) expect(await saidBy(add({ from }))).toContain('AGO du 3 mai 2027')
    await add({ from: '2027-05-04' })
  })

  test('a last day: the eve of a vote, that day', async () => {
    await buildMeeting(db(), association, { state: 'OPEN', date: '2027-05-03' })
    expect(await saidBy(end('2027-05-02'))).toContain('AGO du 3 mai 2027')
    await end('2027-05-03')
    expect((await refusalOf(end('2027-06-30'))).message).toContain('déjà pris fin')
  })

  test('an office given while the representative is changed: one after the other, never both by one person', async () => {
    const proposal = await proposeReprise(await secretary(), {
      facts: [
        {
          kind: 'mandate',
          mandate: { office: 'vice-president', memberId: body.id, from: '2027-03-10', endPrevious: false },
        },
      ],
      citation: CITED,
    })
    const [signed, added] = await Promise.allSettled([
      president().then((ctx) => signReprise(ctx, { id: proposal })),
      add({ from: '2027-05-10' }),
    ])
    expect(signed.status).toBe('fulfilled')
    if (added.status === 'rejected') expect(added.reason).toMatchObject({ reasons: [{ rule: '6.2-d' }] })
    const names = await db().representative.count({ where: { memberId: body.id, lastName: 'Neuve' } })
    expect(names).toBe(added.status === 'fulfilled' ? 1 : 0)
  })
})

describe('8.1-a the address that opens an office', () => {
  const officer = () => association.founders[2]!
  const sheet = async (memberId: string, email: string): Promise<Identity> => {
    const { firstName, lastName } = await db().member.findUniqueOrThrow({ where: { id: memberId } })
    const named = { kind: 'PERSON', firstName: firstName ?? 'Paul', lastName: lastName ?? 'Roux', email }
    return identitySchema.parse({ ...named, postcode: '94200' })
  }
  const change = async (memberId: string, email: string, by = secretary()) =>
    updateMember(await by, { memberId, identity: await sheet(memberId, email) })

  test('of an officer: not changed by one other person, by himself yes; of another member, yes', async () => {
    const refusal = await refusalOf(change(officer().id, 'autre@example.org'))
    expect(refusal).toMatchObject({ status: 409, reasons: [{ rule: '8.1-a' }] })
    await change(active().id, 'actif@example.org')
    await change(association.founders[1]!.id, 'secretaire@example.org')
    await db().mandate.updateMany({ where: { memberId: officer().id }, data: { endedOn: dateColumn('2027-05-11') } })
    expect((await refusalOf(change(officer().id, 'autre@example.org'))).status).toBe(409)
    await db().mandate.updateMany({ where: { memberId: officer().id }, data: { endedOn: dateColumn('2027-05-10') } })
    await change(officer().id, 'autre@example.org')
  })

  test('the rest of an officer’s sheet is corrected alone; the address by two signatures', async () => {
    await change(officer().id, officer().email)
    const identity = await sheet(officer().id, 'autre@example.org')
    await reprised({ kind: 'identity', memberId: officer().id, identity })
    const account = await db().account.findUniqueOrThrow({ where: { id: officer().accountId } })
    expect(account.email).toBe('autre@example.org')
  })

  test('what it described is emptied three months after, as for a new member', async () => {
    await reprised({
      kind: 'identity',
      memberId: officer().id,
      identity: await sheet(officer().id, 'autre@example.org'),
    })
    const erase = (now: typeof TEST_NOW) => transact(db(), (tx) => eraseOldReprises(tx, { db: db(), actor: null, now }))
    expect(await erase(TEST_NOW.add({ hours: 24 * 91 }))).toBe(0)
    expect(await erase(TEST_NOW.add({ hours: 24 * 93 }))).toBe(1)
    expect(await erase(TEST_NOW.add({ hours: 24 * 94 }))).toBe(0)
  })
})
