export type AddressConfirmProps = {
  associationName: string
  name: string
  /** page with the button that adopts the address */
  url: string
  expiresInMinutes: number
}

export const addressConfirmSubject = (): string => 'Confirmez votre nouvelle adresse'
