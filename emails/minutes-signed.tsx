import { MailButton, MailHeading, MailLayout, MailList, MailParagraph } from './layout'
import type { MinutesSignedProps } from './minutes-signed.subject'

/** Tells the members that the minutes are signed, with what was decided; the PDF is attached. */
export function MinutesSigned({ associationName, name, title, meeting, decisions, url }: MinutesSignedProps) {
  return (
    <MailLayout association={associationName} title={title} preview={`${meeting} : ce qui a été décidé.`}>
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        Le procès-verbal est signé et inscrit au registre des délibérations. Il est joint à ce message. {meeting}.
      </MailParagraph>
      {decisions.length > 0 ? (
        <>
          <MailHeading>Ce qui a été décidé</MailHeading>
          <MailList items={decisions} />
        </>
      ) : null}
      <MailButton href={url}>Lire le procès-verbal</MailButton>
    </MailLayout>
  )
}

MinutesSigned.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  title: 'Procès-verbal n° 12',
  meeting: 'Assemblée générale ordinaire du 12 juin 2027',
  decisions: ['Résolution 1, comptes 2026 : adoptée'],
  url: 'http://localhost:3000/registre/12',
} satisfies MinutesSignedProps
