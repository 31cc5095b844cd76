import type { AppealReceivedProps } from './appeal-received.subject'
import { MailArticle, MailButton, MailLayout, MailParagraph } from './layout'

/** Acknowledges an appeal to the assembly: what follows, and what it does not change meanwhile. */
export function AppealReceived({ associationName, name, body, on, contact, url }: AppealReceivedProps) {
  return (
    <MailLayout
      association={associationName}
      title="Votre recours est enregistré"
      preview="L’assemblée générale décidera à nouveau"
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      {body ? <MailParagraph>Ce message concerne {body}, que vous représentez.</MailParagraph> : null}
      <MailParagraph>
        Votre recours du {on} est bien arrivé, dans le délai des statuts. Il sera inscrit à l’ordre du jour d’une
        assemblée générale ordinaire, qui décidera à nouveau, au vote secret. Sa date vous sera écrite.
      </MailParagraph>
      <MailParagraph>
        Vous pouvez demander que l’assemblée vous entende avant le vote, et vous faire assister de la personne de votre
        choix : écrivez à {contact}.
      </MailParagraph>
      <MailArticle article="6.4">
        Le recours ne suspend pas l’exclusion : d’ici la décision de l’assemblée, vous n’êtes pas membre, aucune
        convocation ne vous est due, et vous ne votez pas.
      </MailArticle>
      <MailButton href={url}>Suivre mon recours</MailButton>
    </MailLayout>
  )
}

AppealReceived.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  body: null,
  on: '10 juin 2027',
  contact: 'contact@cpts-lilas.example',
  url: 'http://localhost:3000/exclusions/1',
} satisfies AppealReceivedProps
