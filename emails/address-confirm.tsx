import type { AddressConfirmProps } from './address-confirm.subject'
import { MailButton, MailLayout, MailParagraph } from './layout'

/** To the new address: the link by which its reader adopts it. */
export function AddressConfirm({ associationName, name, url, expiresInMinutes }: AddressConfirmProps) {
  return (
    <MailLayout
      association={associationName}
      title="Confirmez votre nouvelle adresse"
      preview={`Ce lien sert une fois, pendant ${expiresInMinutes} minutes.`}
      footer={`Message envoyé par ${associationName} parce que cette adresse a été saisie dans l’espace d’un membre.`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        Vous avez demandé que l’association vous écrive désormais à cette adresse. Ouvrez ce lien dans le navigateur où
        votre session est ouverte&nbsp;: il sert une seule fois, pendant {expiresInMinutes} minutes.
      </MailParagraph>
      <MailButton href={url}>Confirmer cette adresse</MailButton>
      <MailParagraph>
        Vous n’attendiez pas ce message&nbsp;? Ne faites rien&nbsp;: sans ce lien, rien ne change.
      </MailParagraph>
    </MailLayout>
  )
}

AddressConfirm.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  url: 'http://localhost:3000/mes-donnees/courriel/exemple',
  expiresInMinutes: 60,
} satisfies AddressConfirmProps
