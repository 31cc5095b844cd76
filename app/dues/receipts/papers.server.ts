import type { Papers } from '~/platform/mail/attachments.server'
import { receiptBytes } from './receipt-file.server'

/** Papers written when the mail that carries them leaves: a receipt, unless it was cancelled meanwhile. */
export const PAPERS = {
  receipt: async (db, id) => {
    const receipt = await db.receipt.findUniqueOrThrow({ where: { id } })
    return receipt.cancelledOn ? null : receiptBytes(receipt)
  },
} satisfies Papers
