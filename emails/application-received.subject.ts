export type ApplicationReceivedProps = {
  associationName: string
  name: string
  /** the body that applies, when its representative reads */
  forBody: string | null
  reference: string
  contact: string
  statutesUrl: string
}

export const applicationReceivedSubject = ({ associationName }: ApplicationReceivedProps): string =>
  `${associationName} : votre demande d’adhésion est arrivée`
