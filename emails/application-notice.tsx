import { MailArticle, MailButton, MailLayout, MailParagraph } from './layout'
import type { ApplicationNoticeProps } from './application-notice.subject'

/** Tells the President and the secretary that somebody asks to join. */
export function ApplicationNotice({ associationName, name, applicant, body, url, admitting }: ApplicationNoticeProps) {
  return (
    <MailLayout
      association={associationName}
      title="Une demande d’adhésion est arrivée"
      preview={`${applicant} demande à devenir membre`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {applicant} {body ? '(structure) ' : ''}demande à devenir membre de l’association. Les statuts en vigueur ont
        été acceptés, et un accusé de réception lui est adressé.
      </MailParagraph>
      <MailArticle article="6.2">
        {admitting.name === 'Le président'
          ? 'Le président agrée les membres actifs : il répond depuis la page de la candidature.'
          : `${admitting.name} agrée les membres actifs${admitting.unanimous ? ' à l’unanimité' : ''} : la candidature s’inscrit à l’ordre du jour de sa prochaine réunion.`}
      </MailArticle>
      <MailButton href={url}>Voir la candidature</MailButton>
    </MailLayout>
  )
}

ApplicationNotice.PreviewProps = {
  associationName: 'CPTS des Lilas',
  admitting: { name: 'Le Bureau', unanimous: true },
  name: 'Dr Paul Roux',
  applicant: 'Anne Martin',
  body: false,
  url: 'http://localhost:3000/candidatures/1',
} satisfies ApplicationNoticeProps
