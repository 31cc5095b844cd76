export type SignInProps = {
  associationName: string
  name: string
  /** page with the button that opens the session */
  url: string
  expiresInMinutes: number
  /** asked by someone already signed in, to confirm who he is before an act that binds */
  renewal?: boolean
}

export const signInSubject = ({ renewal }: SignInProps): string =>
  renewal ? 'Confirmer votre identité' : 'Votre lien de connexion'
