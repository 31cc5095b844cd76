import { MailArticle, MailButton, MailFacts, MailLayout, MailParagraph } from './layout'
import type { ApplicationReceivedProps } from './application-received.subject'

/** Acknowledges a request to join, and says who decides. */
export function ApplicationReceived(props: ApplicationReceivedProps) {
  const { associationName, name, forBody, reference, contact, statutesUrl, admitting } = props
  return (
    <MailLayout
      association={associationName}
      title="Votre demande d’adhésion est arrivée"
      preview={`${admitting.name} l’examinera`}
      footer={`Message envoyé par ${associationName} parce que cette adresse figure dans une demande d’adhésion.`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {forBody ? `La demande d’adhésion de ${forBody}` : 'Votre demande d’adhésion'} est bien arrivée.{' '}
        {admitting.name} l’examine, et répond à cette adresse.
      </MailParagraph>
      <MailFacts facts={[{ term: 'Référence', value: reference }]} />
      <MailArticle article="6.2">
        {admitting.name} agrée les membres actifs{admitting.unanimous ? ' à l’unanimité' : ''}, sans motif à donner.
      </MailArticle>
      <MailParagraph>
        Jusque-là, vous n’avez rien à payer ni à faire. Pour corriger ou retirer votre demande, écrivez à {contact} en
        rappelant la référence. Si cette demande ne vient pas de vous, signalez-le à la même adresse.
      </MailParagraph>
      <MailButton quiet href={statutesUrl}>
        Relire les statuts
      </MailButton>
    </MailLayout>
  )
}

ApplicationReceived.PreviewProps = {
  associationName: 'CPTS des Lilas',
  admitting: { name: 'Le Bureau', unanimous: true },
  name: 'Anne Martin',
  forBody: null,
  reference: 'A2027-7K3FQX',
  contact: 'contact@cpts-lilas.example',
  statutesUrl: 'http://localhost:3000/statuts',
} satisfies ApplicationReceivedProps
