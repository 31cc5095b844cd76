import { expect, test } from 'vitest'
import { accessLog } from '~/personal-data/my-data/access-log.query.server'
import { correctContact } from '~/personal-data/my-data/correct-contact.server'
import { myDataFile } from '~/personal-data/my-data/my-data-file.server'
import { chosenMember, myData, ownMembers } from '~/personal-data/my-data/my-data.query.server'
import { endMembership } from '~/membership/end-membership.server'
import { recordAccess } from '~/platform/data-access.server'
import { transact } from '~/platform/db.server'
import { addBody, buildAssociation, buildMeeting, contextFor, giveProxy, TEST_NOW } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { notifiedCase } from '../../discipline/cases/support'

const db = useDatabase()
const at = (path: string) => new Request(`http://localhost${path}`)

test('a member reads all that is kept about him, and who looked; a file in preparation is not in it', async () => {
  const association = await buildAssociation(db(), { actives: 4 })
  const [president, secretary] = association.founders
  const [member, other] = association.actives
  if (!president || !secretary || !member || !other) throw new Error('members are missing')
  const { id: meetingId } = await buildMeeting(db(), association, { state: 'CONVENED' })
  await giveProxy(db(), { meetingId, giverId: member.id, holderId: other.id })
  await notifiedCase(db(), president, member)
  await recordAccess(db(), await contextFor(db(), secretary), { memberId: member.id, kind: 'sheet' })
  const own = await contextFor(db(), member)
  const data = await myData(own, member)
  const rows = (key: string) => data.sections.find((section) => section.key === key)?.rows ?? []
  expect(rows('identity')).toMatchObject([{ email: member.email, street: '1 rue des Lilas', category: 'membre actif' }])
  expect(rows('dues')).toMatchObject([{ year: '2027', amountCents: 5000, paidCents: 5000 }])
  expect(rows('proxies')).toMatchObject([{ giver: member.label, holder: other.label, state: 'accepté' }])
  expect(rows('letters')).toHaveLength(1)
  expect(rows('cases')).toMatchObject([{ state: 'défense en cours' }])
  expect(rows('accesses')).toContainEqual({ at: TEST_NOW.toString().replace('Z', '.000Z'), as: 'secrétariat', what: 'Fiche du membre' }) // prettier-ignore
  await db().disciplinaryCase.updateMany({ data: { state: 'DRAFT' } })
  expect((await myData(own, member)).sections.find(({ key }) => key === 'cases')?.rows).toEqual([])
})

test('the same data as JSON and as PDF; the address of another member is unknown', async () => {
  const [member, other] = await db().member.findMany({ where: { category: 'active' }, orderBy: { number: 'asc' } })
  if (!member?.accountId || !other) throw new Error('members are missing')
  const own = await contextFor(db(), { accountId: member.accountId })
  const json = await myDataFile(own, at(`/mes-donnees.json?membre=${member.id}`), 'json')
  expect(json.headers.get('content-disposition')).toContain('attachment')
  expect(await json.json()).toMatchObject({ member: member.label, identity: [{ number: member.number }] })
  const pdf = await myDataFile(own, at('/mes-donnees.pdf'), 'pdf')
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await expect(chosenMember(own, at(`/mes-donnees?membre=${other.id}`))).rejects.toMatchObject({
    init: { status: 404 },
  })
  expect(await db().journalEntry.count({ where: { act: 'own-data.exported' } })).toBe(2)
})

test('a representative reads and corrects for his legal person, nobody for another; the search follows', async () => {
  const body = await addBody(db(), { legalName: 'Centre des Lilas' })
  const director = await contextFor(db(), body)
  expect(await ownMembers(director)).toEqual([{ id: body.id, label: 'Centre des Lilas', left: false }])
  const contact = { phone: '01 23 45 67 89', street: '5 quai du Port', postcode: '69001', town: 'Lyon' }
  await correctContact(director, { memberId: body.id, ...contact })
  const row = await db().member.findUniqueOrThrow({ where: { id: body.id } })
  expect(row).toMatchObject(contact)
  expect(row.searchText).toContain('lyon')
  const entry = await db().journalEntry.findFirstOrThrow({ where: { act: 'member.corrected' } })
  expect(entry.details).toEqual({ changed: ['phone', 'street', 'postcode', 'town'] })
  const stranger = await db().member.findFirstOrThrow({ where: { category: 'active', kind: 'PERSON' } })
  await expect(correctContact(director, { memberId: stranger.id, ...contact })).rejects.toMatchObject({ status: 404 })
})

test('who has left still reads his data, and corrects nothing', async () => {
  const member = await db().member.findFirstOrThrow({ where: { category: 'honorary' } })
  const system = { db: db(), now: TEST_NOW, actor: null }
  await transact(db(), (tx) => endMembership(tx, system, { memberId: member.id, kind: 'RESIGNED', on: '2027-05-10' }))
  const own = await contextFor(db(), { accountId: member.accountId ?? '' })
  expect(await ownMembers(own)).toEqual([{ id: member.id, label: member.label, left: true }])
  const contact = { memberId: member.id, phone: null, street: null, postcode: null, town: null }
  await expect(correctContact(own, contact)).rejects.toMatchObject({ status: 404 })
})

test('the log is searched by the name of either, by kind and by day, and read page by page', async () => {
  const president = await db().mandate.findFirstOrThrow({ where: { office: 'president' }, include: { member: true } })
  const ctx = await contextFor(db(), { accountId: president.member.accountId ?? '' })
  const member = await db().member.findFirstOrThrow({ where: { category: 'active', kind: 'PERSON', leftOn: null } })
  for (let day = 1; day <= 60; day += 1)
    await recordAccess(
      db(),
      { ...ctx, now: TEST_NOW.add({ hours: 24 * day }) },
      { memberId: member.id, kind: 'letter' },
    )
  const read = (search: string) => accessLog(ctx, new URLSearchParams(search))
  const first = await read('nature=letter')
  expect(first.lines).toHaveLength(50)
  const second = await read(`nature=letter&avant=${first.next}`)
  expect(second.lines).toHaveLength(10)
  expect(second.next).toBeNull()
  expect((await read(`q=${encodeURIComponent(member.label.slice(0, 8))}&nature=letter`)).lines).toHaveLength(50)
  expect((await read('du=2027-05-11&au=2027-05-12&nature=letter')).lines).toHaveLength(2)
  expect((await read('q=100%25')).lines).toEqual([])
})
