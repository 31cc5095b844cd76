import { MailButton, MailLayout, MailParagraph } from './layout'
import type { SignInProps } from './sign-in.subject'

/** The link that opens a session, or that renews the proof of identity. */
export function SignIn({ associationName, name, url, expiresInMinutes, renewal = false }: SignInProps) {
  const title = renewal ? 'Confirmez que c’est bien vous' : 'Votre lien de connexion'
  const first = renewal
    ? 'Une action qui engage l’association vous est demandée : confirmez d’abord votre identité.'
    : 'Vous avez demandé à vous connecter.'
  return (
    <MailLayout
      association={associationName}
      title={title}
      preview={`Ce lien sert une fois, pendant ${expiresInMinutes} minutes.`}
      footer={`Message envoyé par ${associationName} parce que cette adresse a été saisie sur la page de connexion.`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {first} Ce lien sert une seule fois, pendant {expiresInMinutes} minutes.
      </MailParagraph>
      <MailButton href={url}>{renewal ? 'Confirmer mon identité' : 'Me connecter'}</MailButton>
      <MailParagraph>
        Si vous n’avez rien demandé, ne faites rien : sans ce lien, personne ne peut entrer à votre place.
      </MailParagraph>
    </MailLayout>
  )
}

SignIn.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  url: 'http://localhost:3000/connexion/exemple',
  expiresInMinutes: 15,
} satisfies SignInProps
