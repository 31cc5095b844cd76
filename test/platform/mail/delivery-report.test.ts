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
