import { MailArticle, MailFacts, MailLayout, MailParagraph } from './layout'
import type { ResignationReceivedProps } from './resignation-received.subject'

/** Acknowledges a resignation: since when it counts, what remains due, whom to write to. */
export function ResignationReceived(props: ResignationReceivedProps) {
  const { associationName, name, forBody, received, endsOn, ahead, dues, offices, contact } = props
  const owed = dues.map(({ year, amount }) => ({ term: `Cotisation ${year}`, value: `${amount} restent dus` }))
  return (
    <MailLayout
      association={associationName}
      title="Votre démission est enregistrée"
      preview={`${ahead ? 'Elle prendra' : 'Elle a pris'} effet le ${endsOn}`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {forBody ? `La démission de ${forBody}` : 'Votre démission'} est bien arrivée. Elle{' '}
        {ahead ? 'prendra' : 'a pris'} effet le {endsOn}.
      </MailParagraph>
      <MailFacts facts={[{ term: 'Reçue le', value: received }, { term: 'Effet', value: endsOn }, ...owed]} />
      {dues.length > 0 ? (
        <MailParagraph>
          La loi du 1er juillet 1901 (article 4) permet de se retirer à tout moment, après paiement des cotisations
          échues et de celle de l’année en cours.
        </MailParagraph>
      ) : (
        <MailParagraph>Aucune cotisation ne reste due.</MailParagraph>
      )}
      <MailArticle article="6.4">
        {offices.length > 0
          ? `Avec la qualité de membre prennent fin les fonctions exercées au Bureau (${offices.join(', ')}) et les pouvoirs donnés ou reçus.`
          : 'Avec la qualité de membre prennent fin les pouvoirs donnés ou reçus.'}
      </MailArticle>
      <MailParagraph>
        Si cette démission ne vient pas de vous, ou pour toute question, écrivez sans attendre à {contact}.
      </MailParagraph>
    </MailLayout>
  )
}

ResignationReceived.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  forBody: null,
  received: '10 mai 2027, par lettre recommandée',
  endsOn: '10 mai 2027',
  ahead: false,
  dues: [{ year: 2027, amount: '50,00 €' }],
  offices: ['secrétariat'],
  contact: 'contact@cpts-lilas.example',
} satisfies ResignationReceivedProps
