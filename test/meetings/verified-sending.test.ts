import { beforeAll, expect, test } from 'vitest'
import { renderRow } from '~/platform/mail/render.server'
import { action } from '~/routes/assemblees.$id.convocation._index'
import { buildAssociation, buildMeeting, TEST_NOW, type BuiltAssociation, type BuiltMember } from '../support/builders'
import { startClockAt } from '../support/clock'
import { useDatabase } from '../support/database'
import { presser, unverified } from '../support/press'

const db = useDatabase()
let people: BuiltAssociation
let president: BuiltMember
let letterReader: BuiltMember

beforeAll(async () => {
  // the meetings are of 2027, whatever day the run is on
  startClockAt(TEST_NOW)
  people = await buildAssociation(db(), {})
  president = people.founders[0]!
  letterReader = people.actives[0]!
  await db().member.update({ where: { id: letterReader.id }, data: { convocationConsentOn: null } })
})

const sendings = (meetingId: string) => db().convocation.count({ where: { meetingId } })
const mails = (meetingId: string) => db().mail.count({ where: { meetingId } })

test('13.2-a the first press sends nothing: it shows the message that the first recipient reads, and how many go by which way', async () => {
  const { id } = await buildMeeting(db(), people)
  const press = presser(db, action, { id })
  const { fields, shown } = unverified(await press(president, [['intent', 'convene']]))
  expect(shown).toMatchObject({ kind: 'convocation', mails: 25, letters: [letterReader.label] })
  expect([await sendings(id), await mails(id)]).toEqual([0, 0])
  expect(await press(president, fields)).toMatchObject({ status: 302 })
  expect([await sendings(id), await mails(id)]).toEqual([1, 25])
  const { message } = shown as { message: { to: string; subject: string; text: string } }
  const sent = await db().mail.findFirstOrThrow({ where: { meetingId: id, toName: message.to } })
  expect(sent.subject).toBe(message.subject)
  expect((await renderRow(sent)).text).toBe(message.text)
  expect(await press(president, fields)).toMatchObject({ status: 302 })
  expect([await sendings(id), await mails(id)]).toEqual([1, 25])
})

test('what changed since it was read is read again before it leaves', async () => {
  const { id } = await buildMeeting(db(), people)
  const press = presser(db, action, { id })
  const { fields } = unverified(await press(president, [['intent', 'convene']]))
  await db().meeting.update({ where: { id }, data: { place: 'Salle des fêtes, Joinville' } })
  const again = unverified(await press(president, fields))
  expect(again.shown).toMatchObject({ message: { text: expect.stringContaining('Salle des fêtes, Joinville') } })
  expect(await sendings(id)).toBe(0)
})

test('a refusal comes at the first press, with its article; who does not convene reads nothing', async () => {
  const { id } = await buildMeeting(db(), people, { date: '2027-05-20' })
  const press = presser(db, action, { id })
  expect(await press(president, [['intent', 'convene']])).toMatchObject({
    data: { refusal: { reasons: [{ rule: '13.2-a' }] } },
    init: { status: 409 },
  })
  expect(await press(people.actives[1]!, [['intent', 'convene']])).toMatchObject({ init: { status: 404 } })
})

test('a correction is read before it leaves, and goes once', async () => {
  const { id } = await buildMeeting(db(), people)
  const press = presser(db, action, { id })
  await press(president, unverified(await press(president, [['intent', 'convene']])).fields)
  await db().meeting.update({ where: { id }, data: { place: 'Mairie annexe' } })
  const { fields, shown } = unverified(
    await press(president, [
      ['intent', 'correct'],
      ['note', 'La salle est plus grande.'],
    ]),
  )
  expect(shown).toMatchObject({
    kind: 'correction',
    message: {
      text: expect.stringMatching(/Mairie annexe[^]*La salle est plus grande\.|plus grande\.[^]*Mairie annexe/),
    },
  })
  expect(await sendings(id)).toBe(1)
  await press(president, fields)
  await press(president, fields)
  expect(await sendings(id)).toBe(2)
})
