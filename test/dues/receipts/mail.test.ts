import { beforeAll, expect, test } from 'vitest'
import { cancelPayment } from '~/dues/payments/cancel-payment.server'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { PAPERS } from '~/dues/receipts/papers.server'
import type { Context } from '~/platform/context'
import { deliverMail } from '~/platform/mail/deliver.server'
import { outboxAttachment, outboxMail } from '~/platform/mail/outbox.query.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { aPayment, duesOfMember, textOfPdf } from '../../support/payments'
import { useSmtp } from '../../support/smtp'

const db = useDatabase()
const smtp = useSmtp()
let built: BuiltAssociation
let ctx: Context
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 4, honorary: 0, settled: false })
  ctx = await contextFor(db(), built.founders[2]!)
})

const pay = async (rank: number) => {
  const dues = await duesOfMember(db(), built.actives[rank]!)
  const paymentId = await recordPayment(ctx, aPayment([dues.id]))
  return { paymentId, receipt: await db().receipt.findFirstOrThrow({ where: { paymentId } }) }
}
const mailOf = (rank: number, template: string) =>
  db().mail.findFirstOrThrow({ where: { toAddress: built.actives[rank]!.email, template } })
const deliver = (id: string) => deliverMail(id, { papers: PAPERS })
const sentTo = (rank: number) => smtp.received.filter(({ to }) => to.includes(built.actives[rank]!.email))
const bytesOf = (content?: string | Uint8Array | ArrayBuffer): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content ?? new ArrayBuffer(0))

test('the receipt goes with its mail: written when it leaves, the same file each time', async () => {
  const { receipt } = await pay(0)
  const mail = await mailOf(0, 'receipt-issued')
  expect(mail.attachments).toEqual([
    { filename: `recu-${receipt.number}.pdf`, mime: 'application/pdf', paper: 'receipt', id: receipt.id },
  ])
  await deliver(mail.id)
  const [sent] = sentTo(0)
  expect(sent?.mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    [`recu-${receipt.number}.pdf`, 'application/pdf'],
  ])
  const bytes = bytesOf(sent?.mail.attachments[0]?.content)
  expect(textOfPdf(bytes)).toContain(`Reçu de cotisation n° ${receipt.number}`)
  expect(textOfPdf(bytes)).toContain('Mme Actif 1')
  expect(sent?.mail.text).toContain('joint à ce message')
  // what the outbox shows later is what was sent, byte for byte
  const kept = await outboxAttachment(db(), mail.id, 0, PAPERS)
  expect(Buffer.compare(Buffer.from(bytes), kept?.content ?? Buffer.alloc(0))).toBe(0)
})

test('a receipt cancelled before its mail leaves does not go with it; the cancellation has none', async () => {
  const { paymentId } = await pay(1)
  await cancelPayment(ctx, { paymentId, reason: 'cancel-error' })
  for (const template of ['receipt-issued', 'receipt-cancelled']) await deliver((await mailOf(1, template)).id)
  expect(sentTo(1).map(({ mail }) => mail.attachments.length)).toEqual([0, 0])
})

test('put off by the server and cancelled meanwhile: the next try carries nothing, and the hash says so', async () => {
  const { paymentId } = await pay(2)
  const { id } = await mailOf(2, 'receipt-issued')
  smtp.refuse(new RegExp(built.actives[2]!.email), 451, 'later', 1)
  await expect(deliver(id)).rejects.toThrow('not taken')
  const first = await outboxMail(db(), id, PAPERS)
  expect(first?.attachments).toHaveLength(1)
  await cancelPayment(ctx, { paymentId, reason: 'cancel-error' })
  await deliver(id)
  const second = await outboxMail(db(), id, PAPERS)
  expect([second?.state, second?.attachments.length]).toEqual(['ACCEPTED', 0])
  expect(second?.hash).not.toBe(first?.hash)
})
