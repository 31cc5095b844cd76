import { beforeEach, describe, expect, test } from 'vitest'
import { draftElectorate, electorate } from '~/meetings/electorate.server'
import { electorsPage } from '~/meetings/electors.query.server'
import { rightSentence } from '~/meetings/rights-words'
import { recordMemberEvent } from '~/members/register/record-member-event.server'
import { proposeReprise } from '~/membership/reprises/propose-reprise.server'
import { signReprise } from '~/membership/reprises/sign-reprise.server'
import type { Fact } from '~/membership/reprises/facts'
import { fixMinutes } from '~/minutes/fix-minutes.server'
import { minutesBody } from '~/minutes/facts.query.server'
import { minutesPdf } from '~/minutes/minutes-pdf.server'
import { repriseSentence } from '~/minutes/wording'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { aPerson } from '../members/support'
import { buildAssociation, buildMeeting, contextFor, TEST_NOW, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { emptyDatabase } from '../support/joining'
import { CITED, enterByReprise } from '../support/reprises'

const db = useDatabase()
let association: BuiltAssociation
const as = (rank: number) => contextFor(db(), association.founders[rank]!)
const enter = async (fact: Fact) => enterByReprise({ proposer: await as(1), signer: await as(0) }, fact)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

beforeEach(async () => {
  await emptyDatabase(db())
  association = await buildAssociation(db(), { founders: 5, actives: 3, honorary: 1 })
  await db().association.update({ where: { id: 1 }, data: { installedOn: dateColumn('2027-01-10') } })
})

const founder: Fact = {
  kind: 'member',
  registration: aPerson({ category: 'founder', admittedOn: '2027-03-10', email: 'nouveau@example.org' }),
}
const becomesFounder = (): Fact => ({
  kind: 'category',
  memberId: association.actives[0]!.id,
  category: 'founder',
  on: '2027-03-10',
})
const vice = (): Fact => ({
  kind: 'mandate',
  mandate: { office: 'vice-president', memberId: association.founders[3]!.id, from: '2027-03-10', endPrevious: false },
})
const signed = () =>
  `par reprise signée le 10 mai 2027 par le ${association.founders[1]!.label} et ${association.founders[0]!.label}.`

const draft = (date: string, body: 'bureau' | 'ago' = 'ago') =>
  draftElectorate(db(), { body, date, statutesId: association.statutesId })
const reasonsOf = async (memberId: string, date: string, body: 'bureau' | 'ago' = 'ago') =>
  (await draft(date, body)).find(({ id }) => id === memberId)?.reasons.map(({ sentence }) => plain(sentence))

async function closed(body: 'bureau' | 'ago', chair = 0) {
  const meeting = await buildMeeting(db(), association, { body, state: 'OPEN' })
  await db().meeting.update({
    where: { id: meeting.id },
    data: {
      state: 'CLOSED',
      closedAt: dateFromInstant(TEST_NOW),
      chairMemberId: association.founders[chair]!.id,
      secretaryAccountId: association.founders[1]!.accountId,
      secretaryName: association.founders[1]!.label,
    },
  })
  return meeting.id
}

describe('6.1-a, 6.2-a: who votes by a reprise is told with it', () => {
  test('a founder admitted elsewhere: his line of the frozen electorate, its page and his own sentence; nobody else’s', async () => {
    await enter(founder)
    const { id } = await db().member.findFirstOrThrow({ where: { email: 'nouveau@example.org' } })
    const meeting = await buildMeeting(db(), association, { state: 'OPEN' })
    const frozen = await electorate(db(), meeting.id, 'OPENING')
    const line = frozen.find((elector) => elector.id === id)!
    const said = `Admission comme membre fondateur, avec effet du 10 mars 2027, ${signed()}`
    expect(line.voices).toBe(3)
    expect(line.reasons.map(({ rule, sentence }) => [rule, plain(sentence)])).toContainEqual(['6.2-a', said])
    expect(frozen.flatMap(({ reasons }) => reasons).filter(({ figures }) => 'entered' in figures)).toHaveLength(1)
    const page = await electorsPage(
      await as(0),
      await db().meeting.findUniqueOrThrow({ where: { id: meeting.id } }),
      null,
    )
    expect(page.lines.find((each) => each.id === id)?.reasons.map(({ sentence }) => plain(sentence))).toContain(said)
    expect(plain(rightSentence(association.statutes, 'ago', line).sentence)).toContain(said)
  })

  test('the day on which it takes effect: the eve, that day, the day after', async () => {
    await enter(becomesFounder())
    const { id } = association.actives[0]!
    const said = `Passage à la catégorie membre fondateur, avec effet du 10 mars 2027, ${signed()}`
    expect(await reasonsOf(id, '2027-03-09')).toEqual([])
    expect(await reasonsOf(id, '2027-03-10')).toEqual([said])
    expect(await reasonsOf(id, '2027-03-11')).toEqual([said])
  })

  test('a category decided here since is not said to come from a reprise; the admission still is', async () => {
    await enter(founder)
    const { id } = await db().member.findFirstOrThrow({ where: { email: 'nouveau@example.org' } })
    const event = { memberId: id, kind: 'CATEGORY_CHANGED' as const, category: 'honorary', on: '2027-05-10' }
    const ctx = await as(0)
    await transact(db(), (tx) => recordMemberEvent(tx, ctx, event))
    const [why, ...more] = (await reasonsOf(id, '2027-06-12'))!
    expect(why).toContain('sans voter')
    expect(more).toEqual([`Admission comme membre fondateur, avec effet du 10 mars 2027, ${signed()}`])
  })

  test('what was frozen before the second signature stays as it was', async () => {
    const id = await proposeReprise(await as(1), { facts: [becomesFounder()], citation: CITED })
    const meeting = await buildMeeting(db(), association, { state: 'OPEN' })
    await signReprise(await as(0), { id })
    const frozen = await electorate(db(), meeting.id, 'OPENING')
    expect(frozen.find((elector) => elector.id === association.actives[0]!.id)).toMatchObject({
      category: 'active',
      reasons: [],
    })
  })

  test('who is convened by the signature itself reads both names', async () => {
    const meeting = await buildMeeting(db(), association, { state: 'CONVENED' })
    await enter(founder)
    const { id } = await db().member.findFirstOrThrow({ where: { email: 'nouveau@example.org' } })
    const frozen = await electorate(db(), meeting.id, 'CONVOCATION')
    expect(frozen.find((elector) => elector.id === id)?.reasons.map(({ sentence }) => plain(sentence))).toContain(
      `Admission comme membre fondateur, avec effet du 10 mars 2027, ${signed()}`,
    )
  })
})

describe('8.1-a, 10-a: an office held by a reprise', () => {
  const seat = () => `Fonction « vice-présidence » tenue depuis le 10 mars 2027, ${signed()}`

  test('is told where the Bureau sits, from its first day on; in an assembly that of the President alone', async () => {
    await enter(vice())
    const { id } = association.founders[3]!
    expect(await reasonsOf(id, '2027-03-09', 'bureau')).toBeUndefined()
    expect(await reasonsOf(id, '2027-03-10', 'bureau')).toEqual([seat()])
    expect(await reasonsOf(id, '2027-06-12')).toEqual([])
    const president = await db().mandate.findFirstOrThrow({ where: { office: 'president' } })
    await db().mandate.update({
      where: { id: president.id },
      data: { repriseId: (await db().reprise.findFirst())!.id },
    })
    expect(await reasonsOf(association.founders[0]!.id, '2027-06-12')).toEqual([
      `Fonction « présidence » tenue depuis le 10 juin 2025, ${signed()}`,
    ])
  })

  test('a replacement of the President, told of the vice-president', async () => {
    await enter(vice())
    const { id: mandateId } = await db().mandate.findFirstOrThrow({ where: { office: 'vice-president' } })
    await enter({ kind: 'replacement', replacement: { mandateId, cause: 'absence', startsOn: '2027-04-01' } })
    expect(await reasonsOf(association.founders[3]!.id, '2027-06-12')).toEqual([
      `Remplacement du Président depuis le 1er avril 2027, ${signed()}`,
    ])
  })
})

describe('the minutes name what entered by a reprise and bears on the meeting', () => {
  const read = async (meetingId: string) => {
    const body = await minutesBody(db(), meetingId)
    return { facts: body.reprises ?? [], sentence: plain(repriseSentence(body) ?? '') }
  }

  test('of an assembly: rights, and the office of who presides; not that of another officer', async () => {
    await enter(founder)
    await enter(becomesFounder())
    await enter(vice())
    const aside = await read(await closed('ago'))
    expect(aside.sentence).toContain('droits de 2 membres portant 6 voix. Chacun')
    const chaired = await read(await closed('ago', 3))
    expect(chaired.sentence).toContain('droits de 2 membres portant 6 voix et 1 fonction ou représentation')
    expect(chaired.facts.at(-1)).toMatchObject({ kind: 'office', member: association.founders[3]!.label })
  })

  test('of the Bureau: every seat; and the PDF carries the annexe', async () => {
    await enter(vice())
    const meetingId = await closed('bureau')
    expect((await read(meetingId)).facts.map(({ sentence }) => plain(sentence))).toEqual([
      `Fonction « vice-présidence » tenue depuis le 10 mars 2027, ${signed()}`,
    ])
    const id = await fixMinutes(await as(1), meetingId)
    const body = JSON.parse((await db().minutes.findUniqueOrThrow({ where: { id } })).body)
    expect(body.reprises).toHaveLength(1)
    expect((await minutesPdf(db(), id)).length).toBeGreaterThan(1000)
  })

  test('nothing where nothing did', async () => {
    expect(await read(await closed('ago'))).toEqual({ facts: [], sentence: '' })
  })
})
