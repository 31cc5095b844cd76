export type ResignationReceivedProps = {
  associationName: string
  name: string
  /** the body that resigned, when its representative reads */
  forBody: string | null
  /** « 10 mai 2027, par lettre recommandée » */
  received: string
  endsOn: string
  /** that day is to come */
  ahead: boolean
  /** what remains due */
  dues: { year: number; amount: string }[]
  offices: string[]
  contact: string
}

export const resignationReceivedSubject = ({ endsOn, ahead }: ResignationReceivedProps): string =>
  `Votre démission est enregistrée${ahead ? ` pour le ${endsOn}` : ''}`
