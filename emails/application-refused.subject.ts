export type ApplicationRefusedProps = {
  associationName: string
  name: string
  forBody: string | null
  on: string
  /** day on which the data given are erased */
  erasedOn: string
  contact: string
}

export const applicationRefusedSubject = ({ associationName }: ApplicationRefusedProps): string =>
  `${associationName} : réponse à votre demande d’adhésion`
