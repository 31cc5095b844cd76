import type { DuesFactsProps } from './dues-call.subject'
import { MailButton, MailFacts, MailParagraph } from './layout'

/** « Bonjour Dr Martin, » and, for a legal person, for whom. */
export function DuesGreeting({ name, forBody }: Pick<DuesFactsProps, 'name' | 'forBody'>) {
  return <MailParagraph>{forBody ? `Bonjour ${name}, pour ${forBody},` : `Bonjour ${name},`}</MailParagraph>
}

/** What is owed, until when, and the reference that lets the treasurer recognise a payment. */
export function DuesOwed({ year, amount, received, owed, dueDate, reference, url }: DuesFactsProps) {
  return (
    <>
      <MailFacts
        facts={[
          { term: received ? 'Reste à régler' : 'Somme à régler', value: owed },
          ...(received ? [{ term: `Cotisation ${year}`, value: `${amount}, dont ${received} reçus` }] : []),
          { term: 'Échéance', value: dueDate },
          { term: 'Référence à rappeler', value: reference },
        ]}
      />
      <MailButton href={url}>Régler ma cotisation</MailButton>
    </>
  )
}

/** Whom to call; a person, an address, a number. */
export function DuesContact({ contact }: Pick<DuesFactsProps, 'contact'>) {
  const means = [contact.email, contact.phone].filter(Boolean).join(', ')
  return (
    <>
      <MailParagraph>Une question, une difficulté ? Répondez à ce message ou joignez-nous : {means}.</MailParagraph>
      <MailParagraph>
        {contact.name}
        <br />
        {contact.title}
      </MailParagraph>
    </>
  )
}
