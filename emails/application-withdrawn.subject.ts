export type ApplicationWithdrawnProps = {
  associationName: string
  name: string
  forBody: string | null
  on: string
  /** day on which the data given are erased */
  erasedOn: string
  contact: string
  /** who admits: « Le Bureau », « Le président » */
  admitting: { name: string; unanimous: boolean }
}

export const applicationWithdrawnSubject = ({ associationName }: ApplicationWithdrawnProps): string =>
  `${associationName} : votre demande d’adhésion est retirée`
