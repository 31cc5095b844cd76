export type ApplicationAcceptedProps = {
  associationName: string
  name: string
  forBody: string | null
  on: string
  category: string
  memberNumber: number
  dues: { year: number; amount: string; dueOn: string }[]
  contact: string
  url: string
  /** who admits: « Le Bureau », « Le président » */
  admitting: { name: string; unanimous: boolean }
}

export const applicationAcceptedSubject = ({ associationName }: ApplicationAcceptedProps): string =>
  `${associationName} : votre adhésion est acceptée`
