import { beforeAll, expect, test } from 'vitest'
import { recipients } from '~/meetings/convene/recipients.server'
import { addressees } from '~/letters/addressees.server'
import { transact } from '~/platform/db.server'
import { addBody, buildAssociation, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'

const ON = '2027-05-10'
const db = useDatabase()
let built: BuiltAssociation
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 3, honorary: 0 })
})

/** Where the dues write, and where a convocation goes (to a Bureau meeting, by any means): never two answers. */
async function whereTo(memberId: string): Promise<string | null> {
  const [dues, [convocation]] = await transact(db(), async (tx) => [
    await addressees(tx, [memberId], ON),
    await recipients(tx, { memberIds: [memberId], body: 'bureau', on: ON }),
  ])
  const email = dues.get(memberId)?.email ?? null
  expect(convocation?.channel === 'MAIL' ? convocation.address : null).toBe(email)
  return email
}

const sheet = (id: string, email: string | null) => db().member.update({ where: { id }, data: { email } })
const account = (id: string, data: { email?: string; disabledAt?: Date | null }) =>
  db().account.update({ where: { id }, data })
const CLOSED = new Date('2027-01-01')

test('a person: the address of the sheet, else that of the account, else none', async () => {
  const { id, accountId } = built.actives[0]!
  await account(accountId, { email: 'compte@exemple.test' })
  await sheet(id, 'Fiche@Exemple.test')
  expect(await whereTo(id)).toBe('fiche@exemple.test')
  await sheet(id, null)
  expect(await whereTo(id)).toBe('compte@exemple.test')
  await account(accountId, { disabledAt: CLOSED })
  expect(await whereTo(id)).toBeNull()
})

test('6.2-d a legal person: the account of its representative, else what was typed of him, else the sheet', async () => {
  const { id, accountId } = await addBody(db(), { legalName: 'Maison de santé du Port' })
  await sheet(id, 'accueil@port.test')
  await account(accountId, { email: 'gerante@port.test' })
  await db().representative.updateMany({ where: { memberId: id }, data: { email: 'ancienne@port.test' } })
  expect(await whereTo(id)).toBe('gerante@port.test')
  await account(accountId, { disabledAt: CLOSED })
  expect(await whereTo(id)).toBe('ancienne@port.test')
  await db().representative.updateMany({ where: { memberId: id }, data: { email: null } })
  expect(await whereTo(id)).toBe('accueil@port.test')
})
