import { DuesGreeting } from './dues-parts'
import { MailButton, MailFacts, MailLayout, MailParagraph } from './layout'
import type { ReceiptIssuedProps } from './receipt-issued.subject'

/** Tells a member that money came for his dues, with the receipt and what is left to pay. */
export function ReceiptIssued(props: ReceiptIssuedProps) {
  const {
    associationName,
    name,
    forBody,
    year,
    number,
    amount,
    paidOn,
    method,
    rest,
    reference,
    replaces,
    url,
    contact,
  } = props
  return (
    <MailLayout
      association={associationName}
      title={replaces ? `Votre nouveau reçu, cotisation ${year}` : `Votre cotisation ${year} : ${amount} reçus`}
      preview={rest ? `Il reste ${rest} à régler.` : 'Votre cotisation est réglée.'}
    >
      <DuesGreeting name={name} forBody={forBody} />
      <MailParagraph>
        {replaces
          ? `Le reçu n° ${replaces.number} est annulé (${replaces.reason}). Celui-ci le remplace.`
          : `Nous avons bien reçu ${amount} pour votre cotisation ${year}.`}{' '}
        {rest ? `Il reste ${rest} à régler.` : 'Votre cotisation est réglée.'}
      </MailParagraph>
      <MailFacts
        facts={[
          { term: 'Reçu', value: `n° ${number}` },
          { term: 'Montant', value: amount },
          { term: 'Date', value: paidOn },
          { term: 'Mode de paiement', value: method },
          ...(rest ? [{ term: 'Référence à rappeler pour la suite', value: reference }] : []),
        ]}
      />
      <MailParagraph>
        Le reçu (PDF) est joint à ce message tant qu’il est valable. Vous le retrouvez aussi dans votre espace.
      </MailParagraph>
      <MailButton href={url}>Ouvrir le reçu</MailButton>
      <MailParagraph>Une question : {contact}.</MailParagraph>
    </MailLayout>
  )
}

ReceiptIssued.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  forBody: null,
  year: 2027,
  number: 12,
  amount: '50,00 €',
  paidOn: '15 janvier 2027',
  method: 'virement',
  rest: null,
  reference: 'C2027-00042',
  replaces: null,
  url: 'http://localhost:3000/recus/12.pdf',
  contact: 'contact@lilas.example',
} satisfies ReceiptIssuedProps
