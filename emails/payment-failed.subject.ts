export type PaymentFailedProps = {
  associationName: string
  name: string
  /** « 60,00 € » */
  amount: string
  /** « 3 avril 2027 »: the day when the debit was asked for */
  askedOn: string
  dues: {
    /** « Cotisation 2027, Dr Anne Martin » */
    title: string
    /** what it lacks */
    rest: string
    reference: string
  }[]
  url: string
  contact: string
}

export const paymentFailedSubject = ({ amount, askedOn }: PaymentFailedProps): string =>
  `Votre prélèvement de ${amount} du ${askedOn} n’a pas abouti`
