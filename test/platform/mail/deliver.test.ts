import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { dateFromInstant } from '~/platform/dates'
import { pool, transact } from '~/platform/db.server'
import { reloadEnv } from '~/platform/env.server'
import { deliverMail } from '~/platform/mail/deliver.server'
import { queueCircular } from '~/platform/mail/queue-circular.server'
import { queueMail, type MailAttachment } from '~/platform/mail/queue.server'
import { requeueMails } from '~/platform/mail/requeue.server'
import { closeMailTransport } from '~/platform/mail/transport.server'
import { sha256 } from '~/platform/secrets.server'
import { useDatabase } from '../../support/database'
import { useSmtp } from '../../support/smtp'

const db = useDatabase()
const smtp = useSmtp()

const at = Temporal.Instant.from('2027-05-20T08:00:00Z')
const queue = (address: string, attachments: MailAttachment[] = []) =>
  transact(db(), (tx) =>
    queueMail(
      tx,
      {
        template: 'sign-in',
        props: {
          associationName: 'CPTS des Lilas',
          name: 'Zoé Œuvrard',
          url: 'https://cpts.test/connexion/x',
          expiresInMinutes: 15,
        },
        to: { address, name: 'Zoé Œuvrard' },
        attachments,
      },
      at,
    ),
  )
const textOf = (content?: string | Uint8Array | ArrayBuffer) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)
const row = (id: string) => db().mail.findUniqueOrThrow({ where: { id } })
const sentTo = (address: string) => smtp.received.filter(({ to }) => to.includes(address))

test('an accepted message: one recipient, text and HTML, fixed Message-ID, bounce address, nothing answers it by itself', async () => {
  const id = await queue('zoe@membre.test')
  await deliverMail(id)
  const [sent] = sentTo('zoe@membre.test')
  const saved = await row(id)
  expect(saved).toMatchObject({ state: 'ACCEPTED', attempts: 1, subject: 'Votre lien de connexion' })
  expect(saved.serverAnswer).toContain('250')
  expect(saved.sentAt).not.toBeNull()
  expect(sent?.from).toBe(`bounce+${id}@cpts.test`)
  expect(sent?.to).toEqual(['zoe@membre.test'])
  expect(sent?.mail.messageId).toBe(saved.messageId)
  expect(sent?.mail.to).toEqual([{ name: 'Zoé Œuvrard', address: 'zoe@membre.test' }])
  expect(sent?.raw).toContain('Auto-Submitted: auto-generated')
  expect(sent?.mail.html).toContain('https://cpts.test/connexion/x')
  expect(sent?.mail.text).toContain('Me connecter https://cpts.test/connexion/x')
  expect(saved.contentHash).toBe(sha256(JSON.stringify([saved.subject, sent?.mail.text?.trimEnd(), []])))
  // a sign-in link is a secret: no copy of it stays
  expect([saved.html, saved.text, saved.props]).toEqual([null, null, {}])
})

test('the secret of a link that confirms an address goes with its mail, like that of a sign-in', async () => {
  const props = {
    associationName: 'CPTS',
    name: 'Zoé',
    url: 'https://cpts.test/mes-donnees/courriel/x',
    expiresInMinutes: 60,
  }
  const to = { address: 'confirme@membre.test', name: 'Zoé' }
  const id = await transact(db(), (tx) => queueMail(tx, { template: 'address-confirm', props, to }, at))
  await deliverMail(id)
  const { html, text, props: kept } = await row(id)
  expect([html, text, kept]).toEqual([null, null, {}])
})

test('a message run twice, and by ten workers at once, leaves once', async () => {
  const id = await queue('une-fois@membre.test')
  await Promise.all(Array.from({ length: 10 }, () => deliverMail(id)))
  await deliverMail(id)
  expect(sentTo('une-fois@membre.test')).toHaveLength(1)
  expect((await row(id)).attempts).toBe(1)
})

test('550: refused for good, with the words of the server; the job is not tried again', async () => {
  smtp.refuse(/^parti@/, 550, '5.1.1 User unknown')
  const id = await queue('parti@membre.test')
  await deliverMail(id)
  expect(await row(id)).toMatchObject({ state: 'REFUSED', attempts: 1, serverAnswer: '550 5.1.1 User unknown' })
  await deliverMail(id)
  expect((await row(id)).attempts).toBe(1)
})

test('451: the job fails so that it is tried again, then the message is accepted', async () => {
  smtp.refuse(/^occupe@/, 451, '4.2.0 Try again later', 1)
  const id = await queue('occupe@membre.test')
  await expect(deliverMail(id)).rejects.toThrow('451 4.2.0')
  expect(await row(id)).toMatchObject({
    state: 'QUEUED',
    attempts: 1,
    serverAnswer: '451 4.2.0 Try again later',
    sentAt: null,
  })
  await deliverMail(id)
  expect(await row(id)).toMatchObject({ state: 'ACCEPTED', attempts: 2 })
})

test('the last try put off: given up, and told as refused', async () => {
  smtp.refuse(/^toujours-occupe@/, 451, '4.2.0 Try again later')
  const id = await queue('toujours-occupe@membre.test')
  await deliverMail(id, { last: true })
  const { state, serverAnswer } = await row(id)
  expect(state).toBe('REFUSED')
  expect(serverAnswer).toContain('Dernière réponse : 451')
})

test('an address no server could take is refused, not tried for days', async () => {
  const id = await queue('sans arobase')
  await deliverMail(id)
  expect((await row(id)).state).toBe('REFUSED')
})

test('the calendar event and the documents leave with the message, and count in its hash', async () => {
  const bytes = Buffer.from('%PDF-1.3 rapport moral')
  await db().blob.create({ data: { sha256: sha256(bytes), size: bytes.length, bytes } })
  const document = await db().document.create({
    data: {
      sha256: sha256(bytes),
      fileName: 'rapport.pdf',
      mime: 'application/pdf',
      size: bytes.length,
      title: 'Rapport moral',
      kind: 'report',
      createdAt: dateFromInstant(at),
    },
  })
  const event = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//CPTS//FR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  const id = await queue('agenda@membre.test', [
    { filename: 'assemblee.ics', mime: 'text/calendar', text: event, method: 'REQUEST' },
    { filename: 'Rapport moral – été.pdf', mime: 'application/pdf', documentId: document.id },
  ])
  await deliverMail(id)
  const [sent] = sentTo('agenda@membre.test')
  expect(sent?.raw).toMatch(/Content-Type: text\/calendar;.*method=REQUEST/)
  const report = sent?.mail.attachments.find(({ mimeType }) => mimeType === 'application/pdf')
  expect(report?.filename).toBe('Rapport moral – été.pdf')
  expect(textOf(report?.content)).toBe('%PDF-1.3 rapport moral')
  const saved = await row(id)
  const parts = [
    ['assemblee.ics', 'text/calendar', sha256(event)],
    ['Rapport moral – été.pdf', 'application/pdf', sha256(bytes)],
  ]
  expect(saved.contentHash).toBe(sha256(JSON.stringify([saved.subject, sent?.mail.text?.trimEnd(), parts])))
})

test('without a server the message is ready to be read and waits; once there is one it gets a job again, once', async () => {
  const url = process.env.SMTP_URL
  await closeMailTransport()
  delete process.env.SMTP_URL
  reloadEnv()
  const id = await queue('attend@membre.test')
  await deliverMail(id)
  const waiting = await row(id)
  expect(waiting).toMatchObject({ state: 'QUEUED', attempts: 0 })
  expect(waiting.html).toContain('Me connecter')
  expect(await requeueMails()).toBe(0)
  process.env.SMTP_URL = url
  reloadEnv()
  await pool().query('delete from graphile_worker._private_jobs')
  // a sign-in link is dead by then: only the other messages are sent late
  expect(await requeueMails()).toBe(0)
  await db().$executeRaw`update "Mail" set "template" = 'convocation' where "id" = ${id}::uuid`
  expect(await requeueMails()).toBe(1)
  await requeueMails()
  expect((await pool().query('select 1 from graphile_worker.jobs')).rowCount).toBe(1)
  await deliverMail(id)
  expect(sentTo('attend@membre.test')).toHaveLength(1)
})

test('a link queued behind a thousand circulars is the next to leave', async () => {
  await transact(db(), (tx) =>
    queueCircular(
      tx,
      {
        template: 'sign-in',
        shared: { associationName: 'CPTS', url: 'https://cpts.test/x', expiresInMinutes: 15 },
        propsOf: (own: { name: string }) => ({
          associationName: 'CPTS',
          url: 'https://cpts.test/x',
          expiresInMinutes: 15,
          ...own,
        }),
        recipients: Array.from({ length: 1_000 }, (_, index) => ({
          props: { name: `Membre ${index}` },
          to: { address: `membre-${index}@membre.test`, name: `Membre ${index}` },
        })),
      },
      at,
    ),
  )
  const link = await queue('pressee@membre.test')
  const { rows } = await pool().query<{ mailId: string }>(
    `select payload ->> 'mailId' as "mailId" from graphile_worker._private_jobs order by priority, run_at, id limit 1`,
  )
  expect(rows[0]?.mailId).toBe(link)
})

test('killed once the whole message was given, before the answer: not sent again, and said so', async () => {
  const id = await queue('sans-reponse@membre.test')
  await db().mail.update({ where: { id }, data: { handedAt: dateFromInstant(at) } })
  await deliverMail(id)
  expect(sentTo('sans-reponse@membre.test')).toHaveLength(0)
  expect(await row(id)).toMatchObject({ state: 'REFUSED', serverAnswer: expect.stringContaining('peut-être arrivé') })
})

test('a server that has it all and cuts without a word: not sent again; one that answers « later »: sent again', async () => {
  smtp.cut('coupe@membre.test')
  const id = await queue('coupe@membre.test')
  await deliverMail(id)
  expect(await row(id)).toMatchObject({ state: 'REFUSED', serverAnswer: expect.stringContaining('aucune.') })
  smtp.putOff('plus-tard@membre.test')
  const later = await queue('plus-tard@membre.test')
  await expect(deliverMail(later)).rejects.toThrow('451')
  expect(await row(later)).toMatchObject({ state: 'QUEUED', handedAt: null })
  await deliverMail(later)
  expect(await row(later)).toMatchObject({ state: 'ACCEPTED', handedAt: null })
})

test('a job whose process died long ago is given again, whatever was tried before', async () => {
  await pool().query('delete from graphile_worker._private_jobs')
  const id = await queue('orphelin@membre.test')
  await db().mail.update({ where: { id }, data: { template: 'convocation', attempts: 1 } })
  const taken = (minutes: number) =>
    pool().query(
      `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = clock_timestamp() - make_interval(mins => $1)`,
      [minutes],
    )
  await taken(9)
  await requeueMails()
  expect((await pool().query(`select 1 from graphile_worker.jobs where key = $1`, [`mail:${id}`])).rowCount).toBe(0)
  await taken(11)
  await requeueMails()
  expect((await pool().query(`select 1 from graphile_worker.jobs where key = $1`, [`mail:${id}`])).rowCount).toBe(1)
})
