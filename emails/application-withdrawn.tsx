import { MailLayout, MailParagraph } from './layout'
import type { ApplicationWithdrawnProps } from './application-withdrawn.subject'

/** Acknowledges that an applicant took his request back. */
export function ApplicationWithdrawn({
  associationName,
  name,
  forBody,
  on,
  erasedOn,
  contact,
  admitting,
}: ApplicationWithdrawnProps) {
  return (
    <MailLayout
      association={associationName}
      title="Votre demande d’adhésion est retirée"
      preview={`Retirée le ${on}, à votre demande`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {forBody ? `La demande d’adhésion de ${forBody}` : 'Votre demande d’adhésion'} est retirée depuis le {on}, à
        votre demande. {admitting.name} ne l’examinera pas.
      </MailParagraph>
      <MailParagraph>
        Les informations que vous aviez données seront effacées le {erasedOn}. Une nouvelle demande reste possible. Si
        vous n’aviez rien demandé, écrivez à {contact}.
      </MailParagraph>
    </MailLayout>
  )
}

ApplicationWithdrawn.PreviewProps = {
  associationName: 'CPTS des Lilas',
  admitting: { name: 'Le Bureau', unanimous: true },
  name: 'Anne Martin',
  forBody: null,
  on: '10 mai 2027',
  erasedOn: '10 août 2027',
  contact: 'contact@cpts-lilas.example',
} satisfies ApplicationWithdrawnProps
