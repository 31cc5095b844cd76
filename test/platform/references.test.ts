import { expect, test } from 'vitest'
import { pool } from '~/platform/db.server'
import { dateColumn } from '~/platform/dates'
import { v7 } from '~/platform/uuid.server'
import { buildAssociation, buildMeeting, TEST_DATE, TEST_NOW } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()

/** The columns that look like a reference and have no foreign key, each with its reason. */
const WITHOUT_KEY: Record<string, string> = {
  'DuesStep.letterId': 'a letter is erased with the name of its member, or taken back unsent; the step that tells of it is never edited',
  'JournalEntry.subjectId': 'of the table that `subject` names',
  'Mail.messageId': 'the identifier of the message itself',
  'Payment.checkoutId': 'of the payment provider',
  'Payment.paymentIntentId': 'of the payment provider',
  'PersonalDataAccess.memberId': 'who looked at what is never edited, and outlives a member whose import is undone',
  'RegisteredLetter.subjectId': 'the dues or the case that its `kind` says',
  'Slip.receipt': 'the code that the voter keeps: it names no row',
  'StripeCustomer.customerId': 'of the payment provider',
  'StripeEvent.objectId': 'of the payment provider',
} // prettier-ignore

/** The keys that do more than refuse a deletion, each with its reason. */
const NOT_RESTRICT: Record<string, string> = {
  'Application.resolutionId set null': 'a point taken off an agenda in preparation takes its listing with it',
  'BankLineSeen.lineId cascade': 'part of its line',
  'DisciplinaryCase.appealResolutionId set null':
    'a point taken off an agenda in preparation takes its listing with it',
  'DisciplinaryCase.resolutionId set null': 'a point taken off an agenda in preparation takes its listing with it',
  'EmailChange.accountId cascade': 'part of its account',
  'Mail.accountId set null': 'a message outlives the account that an undone import takes back',
  'Session.accountId cascade': 'part of its account',
  'SignInLink.accountId cascade': 'part of its account',
}

const ACTIONS = { r: 'restrict', c: 'cascade', n: 'set null', a: 'no action', d: 'set default' }
type Column = { name: string; uuid: boolean; target: string | null; action: keyof typeof ACTIONS | null }

/** Every column that is, or by its name or type might be, a reference. */
async function references(): Promise<Column[]> {
  const { rows } = await pool().query<Column>(`
    select t.relname || '.' || a.attname as name, a.atttypid = 'uuid'::regtype as uuid, k.confrelid::regclass::text as target, k.confdeltype as action
      from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conkey = array[a.attnum] and k.convalidated
     where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and t.relname <> '_prisma_migrations'
       and a.attname <> 'id' and (a.atttypid = 'uuid'::regtype or a.attname like '%Id' or k.oid is not null)
     order by 1`)
  return rows
}

test('every reference has its foreign key, or its reason for having none', async () => {
  const without = (await references()).filter(({ target }) => target === null)
  expect(without.map(({ name }) => name)).toEqual(Object.keys(WITHOUT_KEY))
})

test('what is cited is not deleted, but for parts that go with their whole', async () => {
  const others = (await references()).flatMap(({ name, action }) =>
    action === null || action === 'r' ? [] : [`${name} ${ACTIONS[action]}`],
  )
  expect(others).toEqual(Object.keys(NOT_RESTRICT))
})

test('one way of naming: an account by what it did ends in « ById », a file in « documentId », all of type uuid', async () => {
  const found = (await references()).filter(({ target }) => target !== null)
  expect(found.filter(({ name }) => !name.endsWith('Id')).map(({ name }) => name)).toEqual([])
  expect(found.filter(({ uuid }) => !uuid).map(({ name }) => name)).toEqual([])
  const named = (ending: RegExp) => found.filter(({ name }) => ending.test(name)).map(({ target }) => target)
  expect(new Set(named(/(ById|ccountId)$/))).toEqual(new Set(['"Account"']))
  const files = found.filter(({ target }) => target === '"Document"').map(({ name }) => name)
  expect(files.filter((name) => !/\.(documentId|\w+DocumentId)$/.test(name))).toEqual([])
  const actors = found.filter(({ target }) => target === '"Account"').map(({ name }) => name)
  expect(actors.filter((name) => !/\.(accountId|\w+AccountId|\w+ById)$/.test(name))).toEqual([])
})

test('what never existed is not cited, what is cited is not deleted', async () => {
  const built = await buildAssociation(db(), { founders: 3, actives: 1, honorary: 0 })
  const [memberId, on] = [built.actives[0]!.id, dateColumn('2027-05-01')]
  const nothing = v7(TEST_NOW.epochMilliseconds)
  const event = { memberId, kind: 'RESIGNED' as const, on, recordedAt: TEST_DATE }
  await expect(db().memberEvent.create({ data: { ...event, resolutionId: nothing } })).rejects.toThrow(/resolutionId/)
  await expect(db().memberEvent.create({ data: { ...event, recordedById: nothing } })).rejects.toThrow(/recordedById/)
  const { resolutionIds } = await buildMeeting(db(), built, {})
  await db().memberEvent.create({ data: { ...event, resolutionId: resolutionIds[0]! } })
  await expect(db().resolution.delete({ where: { id: resolutionIds[0]! } })).rejects.toThrow(/resolutionId/)
  await expect(db().account.delete({ where: { id: built.founders[0]!.accountId } })).rejects.toThrow(/accountId/)
})

test('a listing leaves with its point of the agenda, and comes back with it', async () => {
  const statutesId = (await db().statutesVersion.findFirstOrThrow()).id
  const { id: meetingId, itemIds } = await buildMeeting(db(), { statutesId, founders: [] }, {})
  const applicationId = v7(TEST_NOW.epochMilliseconds)
  const asked = {
    reference: 'CAND-1',
    kind: 'PERSON' as const,
    answers: {},
    label: 'Zoé Noël',
    email: 'zoe@example.org',
  }
  await db().application.create({
    data: { ...asked, id: applicationId, commitment: '', statutesId, acceptedAt: TEST_DATE, mailConsent: true, submittedAt: TEST_DATE, state: 'LISTED' },
  }) // prettier-ignore
  const effect = { kind: 'admit-active', applicationId, label: 'Zoé Noël' }
  const resolution = { id: v7(TEST_NOW.epochMilliseconds), meetingId, agendaItemId: itemIds[0]!, number: 9, title: 'Admission', text: 'Admise.', effect } // prettier-ignore
  const listing = async () => (await db().application.findUniqueOrThrow({ where: { id: applicationId } })).resolutionId
  await db().resolution.create({ data: resolution })
  expect(await listing()).toBe(resolution.id)
  await db().resolution.delete({ where: { id: resolution.id } })
  expect(await listing()).toBeNull()
  await db().resolution.create({ data: resolution })
  expect(await listing()).toBe(resolution.id)
})
