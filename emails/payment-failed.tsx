import { MailButton, MailFacts, MailLayout, MailParagraph } from './layout'
import type { PaymentFailedProps } from './payment-failed.subject'

/** Tells who paid by direct debit that the bank refused it: what is due again, how to pay otherwise. */
export function PaymentFailed(props: PaymentFailedProps) {
  const { associationName, name, amount, askedOn, dues, url, contact } = props
  return (
    <MailLayout
      association={associationName}
      title="Votre prélèvement n’a pas abouti"
      preview={`${amount} n’ont pas été reçus : la cotisation reste à régler.`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        La banque n’a pas accepté le prélèvement de {amount} demandé le {askedOn}. Rien n’a été reçu, aucun reçu n’a été
        émis.
      </MailParagraph>
      <MailFacts
        facts={dues.map(({ title, rest, reference }) => ({
          term: title,
          value: `${rest} à régler, référence ${reference}`,
        }))}
      />
      <MailButton href={url}>Régler autrement</MailButton>
      <MailParagraph>
        Les rappels reprennent à l’étape où ils en étaient. Si un point vous semble inexact, écrivez à {contact}.
      </MailParagraph>
    </MailLayout>
  )
}

PaymentFailed.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  amount: '60,00 €',
  askedOn: '3 avril 2027',
  dues: [{ title: 'Cotisation 2027, Dr Anne Martin', rest: '60,00 €', reference: 'C2027-00042' }],
  url: 'http://localhost:3000/mes-cotisations',
  contact: 'contact@lilas.example',
} satisfies PaymentFailedProps
