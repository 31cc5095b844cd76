import type { Prisma } from '~/generated/prisma/client'
import { takenOver } from '../ledger/taken-over'

/** Cheques received and not yet handed to the bank; those of before the dues were kept here were, long ago. */
export const inHand = {
  method: 'CHEQUE',
  depositSlipId: null,
  receivedCents: { gt: 0 },
  NOT: takenOver,
} satisfies Prisma.PaymentWhereInput
