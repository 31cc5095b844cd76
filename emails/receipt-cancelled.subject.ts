export type ReceiptCancelledProps = {
  associationName: string
  /** who reads: the member, or the legal representative of a legal person */
  name: string
  forBody: string | null
  year: number
  number: number
  amount: string
  /** « contestation », « remboursement », « erreur de saisie » */
  reason: string
  /** what the dues lack now, or null when another payment settles them */
  rest: string | null
  reference: string
  url: string
  contact: string
}

export const receiptCancelledSubject = ({ year, number }: ReceiptCancelledProps): string =>
  `Cotisation ${year} : votre reçu n° ${number} est annulé`
