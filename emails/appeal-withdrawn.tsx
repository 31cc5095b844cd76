import type { AppealWithdrawnProps } from './appeal-withdrawn.subject'
import { MailArticle, MailButton, MailLayout, MailParagraph } from './layout'

/** Acknowledges the withdrawal of an appeal: nothing will be voted, the exclusion stands. */
export function AppealWithdrawn({ associationName, name, body, on, contact, url }: AppealWithdrawnProps) {
  return (
    <MailLayout
      association={associationName}
      title="Votre recours est retiré"
      preview="L’assemblée ne votera pas ; l’exclusion demeure"
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      {body ? <MailParagraph>Ce message concerne {body}, que vous représentez.</MailParagraph> : null}
      <MailParagraph>
        Votre recours contre l’exclusion est retiré à la date du {on}. L’assemblée générale ne votera pas sur lui, et
        vous n’avez plus rien à faire.
      </MailParagraph>
      <MailArticle article="6.4">L’exclusion demeure. Le retrait est définitif.</MailArticle>
      <MailParagraph>Si vous n’avez pas demandé ce retrait, écrivez sans attendre à {contact}.</MailParagraph>
      <MailButton href={url}>Lire mon dossier</MailButton>
    </MailLayout>
  )
}

AppealWithdrawn.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  body: null,
  on: '14 juin 2027',
  contact: 'contact@cpts-lilas.example',
  url: 'http://localhost:3000/exclusions/1',
} satisfies AppealWithdrawnProps
