import { beforeAll, describe, expect, test } from 'vitest'
import { cancelPayment } from '~/dues/payments/cancel-payment.server'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { attestationFile } from '~/dues/receipts/attestation-file.server'
import { receiptFile } from '~/dues/receipts/receipt-file.server'
import type { Context } from '~/platform/context'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { aPayment, duesOfMember, textOfPdf } from '../../support/payments'
import { refusalOf } from '../../members/support'

const db = useDatabase()
let built: BuiltAssociation
let treasurer: Context
let mine: Context

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 5, honorary: 0, settled: false })
  treasurer = await contextFor(db(), built.founders[2]!)
  mine = await contextFor(db(), built.actives[0]!)
})

const pay = async (rank: number, more: Parameters<typeof aPayment>[1] = {}) => {
  const dues = await duesOfMember(db(), built.actives[rank]!)
  const paymentId = await recordPayment(treasurer, aPayment([dues.id], more))
  const receipt = await db().receipt.findFirstOrThrow({ where: { paymentId } })
  return { paymentId, receipt, duesId: dues.id }
}

describe('the paper of a receipt', () => {
  test('says who, how much, when, how, its number and who signs', async () => {
    const { receipt } = await pay(0, {
      method: 'CHEQUE',
      chequeNumber: '1234567',
      chequeBank: 'Banque des Lilas',
      payerName: 'Cabinet du Port',
    })
    const text = textOfPdf((await receiptFile(mine, receipt.id)).bytes)
    expect(text).toContain(`Reçu de cotisation n° ${receipt.number}`)
    for (const said of [
      'CPTS des Deux Rives',
      '1 place de la Mairie, 94200 Ivry-sur-Seine',
      'Mme Actif 1',
      '1 rue des Lilas',
      '50,00 €',
      '3 mai 2027',
      'chèque (n° 1234567, Banque des Lilas)',
      'Cabinet du Port',
      'Dr Fondateur 3',
      'Trésorerie',
      'page 1 / 1',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/fiscal|impôt|200 du code|Annulé/i)
  })

  test('cancelled, says since when and why', async () => {
    const { paymentId, receipt } = await pay(1)
    await cancelPayment(treasurer, { paymentId, reason: 'cancel-transfer' })
    const text = textOfPdf((await receiptFile(treasurer, receipt.id)).bytes)
    expect(text).toContain('Annulé le 10 mai 2027 (virement rejeté)')
  })

  test('is not open to another member', async () => {
    const { receipt } = await pay(2)
    expect((await refusalOf(receiptFile(mine, receipt.id))).status).toBe(404)
  })
})

describe('the attestation of a year', () => {
  const attest = async (rank: number, year = 2027) =>
    textOfPdf((await attestationFile(treasurer, built.actives[rank]!.id, year)).bytes).replace(/\s+/g, ' ')

  test('settled: what was paid, when and by which receipt', async () => {
    const text = await attest(2)
    expect(text).toContain('la cotisation 2027 de Mme Actif 3, de 50,00 €, est réglée depuis le 3 mai 2027')
    expect(text).toContain('virement')
    expect(text).toMatch(/n° \d+/)
  })

  test('in part: what is left', async () => {
    const dues = await duesOfMember(db(), built.actives[3]!)
    await recordPayment(treasurer, aPayment([dues.id], { lines: [{ duesId: dues.id, amountCents: 2_000 }] }))
    expect(await attest(3)).toContain('a réglé 20,00 € sur 50,00 € pour l’année 2027 ; 30,00 € restent dus')
  })

  test('not settled: says so; a payment that was cancelled is not told', async () => {
    expect(await attest(4)).toContain('n’est pas réglée')
    expect(await attest(1)).not.toContain('virement')
  })

  test('a year without dues, or of another member, does not exist', async () => {
    expect((await refusalOf(attestationFile(treasurer, built.actives[0]!.id, 2020))).status).toBe(404)
    expect((await refusalOf(attestationFile(mine, built.actives[1]!.id, 2027))).status).toBe(404)
  })
})
