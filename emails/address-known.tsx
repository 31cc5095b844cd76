import type { AddressKnownProps } from './address-known.subject'
import { MailLayout, MailParagraph } from './layout'

/** To whoever already has the address that somebody asked for: nothing has changed, and what to do where it is shared. */
export function AddressKnown({ associationName, name, contact }: AddressKnownProps) {
  return (
    <MailLayout
      association={associationName}
      title="Votre adresse a été saisie par une autre personne"
      preview="Rien n’a changé pour vous."
      footer={`Message envoyé par ${associationName} parce que cette adresse a été saisie dans l’espace d’un membre.`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        Une autre personne a demandé que l’association lui écrive à cette adresse, qui est déjà la vôtre. Rien n’a
        changé&nbsp;: chaque personne se connecte avec une adresse qui n’est qu’à elle.
      </MailParagraph>
      <MailParagraph>
        Si vous partagez cette messagerie, choisissez chacun la vôtre. Pour toute question, écrivez à {contact}.
      </MailParagraph>
    </MailLayout>
  )
}

AddressKnown.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  contact: 'secretariat@cpts-lilas.example',
} satisfies AddressKnownProps
