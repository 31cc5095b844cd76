export type ReceiptIssuedProps = {
  associationName: string
  /** who reads: the member, or the legal representative of a legal person */
  name: string
  forBody: string | null
  year: number
  number: number
  /** « 50,00 € », of this payment */
  amount: string
  paidOn: string
  /** « virement » */
  method: string
  /** what the dues still lack, or null when they are settled */
  rest: string | null
  /** what a payer writes on a transfer */
  reference: string
  /** the receipt that this one replaces, and why */
  replaces: { number: number; reason: string } | null
  url: string
  contact: string
}

export const receiptIssuedSubject = ({ year, amount, number, replaces }: ReceiptIssuedProps): string =>
  replaces
    ? `Cotisation ${year} : reçu n° ${number}, qui remplace le n° ${replaces.number}`
    : `Cotisation ${year} : ${amount} reçus, reçu n° ${number}`
