export type AddressKnownProps = {
  associationName: string
  /** who already has this address */
  name: string
  contact: string
}

export const addressKnownSubject = (): string => 'Votre adresse a été saisie par une autre personne'
