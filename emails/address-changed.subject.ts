export type AddressChangedProps = {
  associationName: string
  name: string
  /** whom to write to at the association */
  contact: string
  /** asked for, nothing has changed yet; or done */
  stage: 'asked' | 'done'
}

export const addressChangedSubject = ({ stage }: AddressChangedProps): string =>
  stage === 'asked' ? 'Un changement d’adresse a été demandé' : 'Votre adresse de courriel a changé'
