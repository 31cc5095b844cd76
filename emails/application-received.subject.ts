export type ApplicationReceivedProps = {
  associationName: string
  name: string
  /** the body that applies, when its representative reads */
  forBody: string | null
  reference: string
  contact: string
  statutesUrl: string
  /** who admits: « Le Bureau », « Le président » */
  admitting: { name: string; unanimous: boolean }
}

export const applicationReceivedSubject = ({ associationName }: ApplicationReceivedProps): string =>
  `${associationName} : votre demande d’adhésion est arrivée`
