import { MailArticle, MailLayout, MailParagraph } from './layout'
import type { ApplicationRefusedProps } from './application-refused.subject'

/** Who admits has not agreed: the fact, the article, what becomes of the data. No motive, since there is none. */
export function ApplicationRefused(props: ApplicationRefusedProps) {
  const { associationName, name, forBody, on, erasedOn, contact, admitting } = props
  return (
    <MailLayout association={associationName} title="Réponse à votre demande d’adhésion" preview={`Décision du ${on}`}>
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {admitting.name} a examiné {forBody ? `la demande d’adhésion de ${forBody}` : 'votre demande d’adhésion'} le{' '}
        {on}.{' '}
        {admitting.unanimous
          ? 'L’unanimité que demandent les statuts n’a pas été réunie : la demande n’est pas retenue.'
          : 'La demande n’est pas retenue.'}
      </MailParagraph>
      <MailArticle article="6.2">
        {admitting.name} agrée les membres actifs{admitting.unanimous ? ' à l’unanimité' : ''}, sans motif à donner.
        Aucun motif n’est conservé.
      </MailArticle>
      <MailParagraph>
        Rien ne vous est dû ni demandé. Les informations que vous aviez données seront effacées le {erasedOn}. Une
        nouvelle demande reste possible. Pour toute question : {contact}.
      </MailParagraph>
    </MailLayout>
  )
}

ApplicationRefused.PreviewProps = {
  associationName: 'CPTS des Lilas',
  admitting: { name: 'Le Bureau', unanimous: true },
  name: 'Anne Martin',
  forBody: null,
  on: '10 mai 2027',
  erasedOn: '10 août 2027',
  contact: 'contact@cpts-lilas.example',
} satisfies ApplicationRefusedProps
