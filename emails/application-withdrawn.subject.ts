export type ApplicationWithdrawnProps = {
  associationName: string
  name: string
  forBody: string | null
  on: string
  /** day on which the data given are erased */
  erasedOn: string
  contact: string
}

export const applicationWithdrawnSubject = ({ associationName }: ApplicationWithdrawnProps): string =>
  `${associationName} : votre demande d’adhésion est retirée`
