import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { transact } from '~/platform/db.server'
import { takeBounce } from '~/platform/mail/bounces.server'
import { queueMail } from '~/platform/mail/queue.server'
import { bounce, textOnlyBounce } from '../../support/bounces'
import { useDatabase } from '../../support/database'

const db = useDatabase()
const at = Temporal.Instant.from('2027-05-20T08:00:00Z')

async function accepted() {
  const id = await transact(db(), (tx) =>
    queueMail(
      tx,
      {
        template: 'sign-in',
        props: { associationName: 'CPTS', name: 'Zoé', url: 'https://cpts.test/connexion/x', expiresInMinutes: 15 },
        to: { address: 'zoe@membre.test', name: 'Zoé' },
      },
      at,
    ),
  )
  await db().mail.update({ where: { id }, data: { state: 'ACCEPTED' } })
  return id
}
const take = (raw: string) => takeBounce(Buffer.from(raw))
const row = (id: string) => db().mail.findUniqueOrThrow({ where: { id } })

test('a permanent failure marks the message as bounced, with its reason; a second report changes nothing that matters', async () => {
  const id = await accepted()
  const report = bounce({
    to: `bounce+${id}@cpts.test`,
    status: '5.1.1',
    action: 'failed',
    diagnostic: '550 User unknown',
  })
  expect(await take(report)).toBe(true)
  expect(await row(id)).toMatchObject({ state: 'BOUNCED', bounceDetail: '5.1.1 — 550 User unknown' })
  expect((await row(id)).bouncedAt).not.toBeNull()
  expect(await take(report)).toBe(true)
})

test('a delay is noted and the message stays accepted', async () => {
  const id = await accepted()
  expect(await take(bounce({ to: `bounce+${id}@cpts.test`, status: '4.4.1', action: 'delayed' }))).toBe(true)
  expect(await row(id)).toMatchObject({ state: 'ACCEPTED', bounceDetail: '4.4.1 — unknown', bouncedAt: null })
})

test('what names no message of ours, or is only text, stays for a person', async () => {
  const id = await accepted()
  expect(await take(textOnlyBounce(`bounce+${id}@cpts.test`))).toBe(false)
  const stranger = bounce({
    to: 'bounce+019a1f00-7c1e-7abc-9def-0123456789ab@cpts.test',
    status: '5.1.1',
    action: 'failed',
  })
  expect(await take(stranger)).toBe(false)
  expect((await row(id)).state).toBe('ACCEPTED')
})
