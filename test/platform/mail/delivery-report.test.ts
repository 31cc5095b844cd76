import fs from 'node:fs/promises'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { readDeliveryReport } from '~/platform/mail/delivery-report'
import { bounce, textOnlyBounce } from '../../support/bounces'

const read = async (raw: string) => readDeliveryReport(await PostalMime.parse(raw, { forceRfc822Attachments: true }))
const id = '019a1f00-7c1e-7abc-9def-0123456789ab'

test('a mailbox that does not exist: permanent, named by the address that the bounce came to', async () => {
  const report = await read(
    bounce({
      to: `bounce+${id}@cpts.test`,
      status: '5.1.1',
      action: 'failed',
      diagnostic: '550 5.1.1 <parti@membre.test>: Recipient address\n    rejected: User unknown',
    }),
  )
  expect(report).toEqual({
    mailId: id,
    permanent: true,
    detail: '5.1.1 — 550 5.1.1 <parti@membre.test>: Recipient address rejected: User unknown',
  })
})

test('named by the envelope id when the bounce came to another address', async () => {
  const report = await read(
    bounce({ to: 'contact@cpts.test', envelopeId: id.toUpperCase(), status: '5.7.1', action: 'failed' }),
  )
  expect(report).toMatchObject({ mailId: id, permanent: true })
})

test('a late message is not a failed one', async () => {
  const report = await read(
    bounce({
      to: `bounce+${id}@cpts.test`,
      status: '4.4.1',
      action: 'delayed',
      diagnostic: '451 connection timed out',
    }),
  )
  expect(report).toEqual({ mailId: id, permanent: false, detail: '4.4.1 — 451 connection timed out' })
})

test('an action « failed » with a 4.x.x status (a queue that expired) is a failure', async () => {
  expect(await read(bounce({ to: `bounce+${id}@cpts.test`, status: '4.4.7', action: 'failed' }))).toMatchObject({
    permanent: true,
  })
})

test('a receipt, a text-only bounce and a report that names nothing of ours are left to a person', async () => {
  expect(await read(bounce({ to: `bounce+${id}@cpts.test`, status: '2.1.5', action: 'delivered' }))).toBeNull()
  expect(await read(textOnlyBounce(`bounce+${id}@cpts.test`))).toBeNull()
  expect(await read(bounce({ to: 'contact@cpts.test', status: '5.1.1', action: 'failed' }))).toBeNull()
})

const fixture = async (name: string, to = id) =>
  read((await fs.readFile(`test/support/returned/${name}.eml`, 'utf8')).replaceAll('MAIL_ID', to))

test.each([
  ['text-exim', '550 5.1.1 <membre@exemple.fr> utilisateur inconnu'],
  ['text-qmail', 'Le serveur 192.0.2.10 a répondu : 550 5.1.1 Adresse inconnue'],
  ['gmail-old', 'The server says: 552 5.2.2 La boite du destinataire est pleine'],
  ['one-group', '5.1.1 — 550 5.1.1 utilisateur inconnu'],
  ['space-before-colon', '5.1.1 — 550 5.1.1 utilisateur inconnu'],
  ['no-status', '550 utilisateur inconnu'],
  ['global', '5.1.1 — 550 5.1.1 utilisateur inconnu'],
  ['message-id-only', '5.1.1 — 550 5.1.1 utilisateur inconnu'],
])('%s: it came back for good', async (name, detail) => {
  expect(await fixture(name)).toEqual({ mailId: id, permanent: true, detail })
})

test.each([
  ['delay', '4.4.1 — 550 5.1.1 utilisateur inconnu'],
  ['text-warning', '451 4.7.1 Reessayez plus tard'],
])('%s: it waits, whatever code its diagnostic shows', async (name, detail) => {
  expect(await fixture(name)).toEqual({ mailId: id, permanent: false, detail })
})

test.each(['vacation', 'person-with-codes'])('%s: written by a person or for one, it proves nothing', async (name) => {
  expect(await fixture(name)).toBeNull()
})
