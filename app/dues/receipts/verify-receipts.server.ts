import { z } from 'zod'
import { isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { chainFault, type ChainEntry } from '~/platform/register/chain'
import type { Receipt } from '~/generated/prisma/client'
import { RECEIPT_CANCELLATIONS, RECEIPTS } from './streams'

const issued = z.object({
  receiptId: z.string(),
  paymentId: z.string(),
  duesId: z.string(),
  memberId: z.string(),
  amountCents: z.number(),
  paidOn: z.string(),
  method: z.string(),
})
const cancelled = z.object({ receiptId: z.string(), number: z.number(), on: z.string(), reason: z.string() })

type Fault = { ok: false; stream: string; seq: number; fault: string }

/**
 * Recomputes the registers of receipts and of their cancellations from the rows alone: ranks without gap, links, hashes,
 * then each receipt against its entry. Returns the first entry at fault.
 */
export async function verifyReceipts(db: Db): Promise<{ ok: true; entries: number } | Fault> {
  const receipts = new Map((await db.receipt.findMany()).map((receipt) => [receipt.id, receipt]))
  const checks = [
    { stream: RECEIPTS, faultOf: issueFault, expected: receipts.size },
    {
      stream: RECEIPT_CANCELLATIONS,
      faultOf: cancellationFault,
      expected: [...receipts.values()].filter(({ cancelledOn }) => cancelledOn).length,
    },
  ]
  let entries = 0
  for (const { stream, faultOf, expected } of checks) {
    const rows = await db.registerEntry.findMany({ where: { stream }, orderBy: { seq: 'asc' } })
    const broken = chainFault(stream, rows)
    if (broken) return { ok: false, stream, seq: Number(broken.seq), fault: broken.fault }
    for (const row of rows) {
      const fault = faultOf(row, receipts)
      if (fault) return { ok: false, stream, seq: Number(row.seq), fault }
    }
    if (rows.length !== expected)
      return { ok: false, stream, seq: rows.length, fault: `${expected} reçus pour ${rows.length} entrées` }
    entries += rows.length
  }
  return { ok: true, entries }
}

function issueFault(row: ChainEntry, receipts: Map<string, Receipt>): string | null {
  const body = issued.safeParse(JSON.parse(row.body))
  if (!body.success) return 'entrée illisible'
  const receipt = receipts.get(body.data.receiptId)
  if (!receipt) return 'reçu absent'
  if (receipt.number !== Number(row.seq)) return 'numéro différent de celui du reçu'
  const { paymentId, duesId, memberId, amountCents, method } = receipt
  const same = {
    receiptId: receipt.id,
    paymentId,
    duesId,
    memberId,
    amountCents,
    paidOn: isoDate(receipt.paidOn),
    method,
  }
  return Object.entries(same).every(([name, value]) => Reflect.get(body.data, name) === value) ? null : 'reçu modifié'
}

function cancellationFault(row: ChainEntry, receipts: Map<string, Receipt>): string | null {
  const body = cancelled.safeParse(JSON.parse(row.body))
  if (!body.success) return 'entrée illisible'
  const receipt = receipts.get(body.data.receiptId)
  if (receipt?.number !== body.data.number) return 'reçu absent'
  if (!receipt.cancelledOn || isoDate(receipt.cancelledOn) !== body.data.on) return 'annulation modifiée'
  return receipt.cancelReason === body.data.reason ? null : 'motif d’annulation modifié'
}
