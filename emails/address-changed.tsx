import type { AddressChangedProps } from './address-changed.subject'
import { MailLayout, MailParagraph } from './layout'

/** To the address that is left: a change was asked for, or is done; whom to warn when it was somebody else. */
export function AddressChanged({ associationName, name, contact, stage }: AddressChangedProps) {
  const asked = stage === 'asked'
  return (
    <MailLayout
      association={associationName}
      title={asked ? 'Un changement d’adresse a été demandé' : 'Votre adresse de courriel a changé'}
      preview={asked ? 'Rien n’a encore changé.' : 'L’association vous écrit désormais à une autre adresse.'}
      footer={`Message envoyé par ${associationName} à l’adresse connue jusqu’ici.`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {asked
          ? 'Depuis votre espace, il a été demandé que l’association vous écrive à une autre adresse. Rien ne change tant que le lien envoyé à cette autre adresse n’a pas été ouvert.'
          : 'Comme demandé depuis votre espace, l’association vous écrit désormais à une autre adresse, et c’est avec elle que vous vous connectez. L’adresse à laquelle vous lisez ce message ne sert plus.'}
      </MailParagraph>
      <MailParagraph>
        Si ce changement ne vient pas de vous, écrivez sans attendre à {contact}
        {asked ? ', et fermez vos sessions ouvertes : « Mon espace », puis « Mes sessions ».' : '.'}
      </MailParagraph>
    </MailLayout>
  )
}

AddressChanged.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  contact: 'secretariat@cpts-lilas.example',
  stage: 'done',
} satisfies AddressChangedProps
