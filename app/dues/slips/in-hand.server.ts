import type { Prisma } from '~/generated/prisma/client'

/** Cheques received and not yet handed to the bank. */
export const inHand = {
  method: 'CHEQUE',
  depositSlipId: null,
  receivedCents: { gt: 0 },
} satisfies Prisma.PaymentWhereInput
