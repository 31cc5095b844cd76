import { MailButton, MailLayout, MailParagraph } from './layout'
import type { ApplicationAlreadyMemberProps } from './application-already-member.subject'

/** Tells a member who asked to join that he has nothing to ask. */
export function ApplicationAlreadyMember({ associationName, name, contact, url }: ApplicationAlreadyMemberProps) {
  return (
    <MailLayout
      association={associationName}
      title="Vous êtes déjà membre"
      preview="Votre demande d’adhésion est sans objet"
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        Une demande d’adhésion vient d’être remplie avec cette adresse. Elle est déjà celle d’un membre de l’association
        : rien n’a été enregistré, et rien ne change pour vous.
      </MailParagraph>
      <MailParagraph>
        Pour retrouver vos informations, connectez-vous avec cette adresse. Pour les corriger, ou si cette demande ne
        vient pas de vous, écrivez à {contact}.
      </MailParagraph>
      <MailButton href={url}>Se connecter</MailButton>
    </MailLayout>
  )
}

ApplicationAlreadyMember.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Anne Martin',
  contact: 'contact@cpts-lilas.example',
  url: 'http://localhost:3000/connexion',
} satisfies ApplicationAlreadyMemberProps
