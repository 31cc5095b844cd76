import { DuesGreeting } from './dues-parts'
import { MailButton, MailFacts, MailLayout, MailParagraph } from './layout'
import type { ReceiptCancelledProps } from './receipt-cancelled.subject'

/** Tells a member that the money of a receipt went back: why, and what is due again. */
export function ReceiptCancelled(props: ReceiptCancelledProps) {
  const { associationName, name, forBody, year, number, amount, reason, rest, reference, url, contact } = props
  return (
    <MailLayout
      association={associationName}
      title={`Votre reçu n° ${number} est annulé`}
      preview={rest ? `${rest} restent dus pour ${year}.` : `Cotisation ${year} : rien ne reste dû.`}
    >
      <DuesGreeting name={name} forBody={forBody} />
      <MailParagraph>
        Le reçu n° {number} de {amount}, pour votre cotisation {year}, est annulé : il ne peut plus être présenté.
      </MailParagraph>
      <MailFacts
        facts={[
          { term: 'Motif', value: reason },
          { term: 'Reste à régler', value: rest ?? 'rien' },
          ...(rest ? [{ term: 'Référence à rappeler', value: reference }] : []),
        ]}
      />
      <MailButton href={url}>{rest ? 'Voir ma cotisation et la régler' : 'Voir mes cotisations'}</MailButton>
      <MailParagraph>Si vous pensez qu’il s’agit d’une erreur, écrivez à {contact}.</MailParagraph>
    </MailLayout>
  )
}

ReceiptCancelled.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  forBody: null,
  year: 2027,
  number: 12,
  amount: '50,00 €',
  reason: 'contestation',
  rest: '50,00 €',
  reference: 'C2027-00042',
  url: 'http://localhost:3000/mes-cotisations',
  contact: 'contact@lilas.example',
} satisfies ReceiptCancelledProps
