import type { PaymentMethod, PaymentState } from '~/generated/prisma/enums'

/** How money came, as people say it. */
export const METHOD_WORDS: Record<PaymentMethod, string> = {
  CARD: 'carte bancaire',
  SEPA_DEBIT: 'prélèvement SEPA',
  TRANSFER: 'virement',
  CHEQUE: 'chèque',
  CASH: 'espèces',
}

/** Where a payment stands. */
export const STATE_WORDS: Record<PaymentState, string> = {
  OPEN: 'commencé',
  PROCESSING: 'en cours',
  PAID: 'reçu',
  FAILED: 'échoué',
  EXPIRED: 'abandonné',
  CONTESTED: 'contesté',
  REFUNDED: 'remboursé',
  CANCELLED: 'annulé',
}
