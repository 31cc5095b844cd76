/** Register of receipts: one entry a receipt issued, its number is its rank. */
export const RECEIPTS = 'receipts'
/** Cancellations are kept apart, so that receipts are numbered without a gap. */
export const RECEIPT_CANCELLATIONS = 'receipt-cancellations'
