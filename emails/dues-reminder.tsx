import { duesCallExample } from './dues-call'
import { reminderOpening, reminderWords, type DuesReminderProps } from './dues-reminder.subject'
import { DuesContact, DuesGreeting, DuesOwed } from './dues-parts'
import { MailArticle, MailLayout, MailParagraph } from './layout'

/** Reminds of unpaid dues: courteous the first time, firmer each time after. */
export function DuesReminder(props: DuesReminderProps) {
  const { associationName, year, owed, then } = props
  const words = reminderWords(props)
  return (
    <MailLayout
      association={associationName}
      title={`Cotisation ${year} : ${words}`}
      preview={`${owed} restent à régler. Référence ${props.reference}.`}
      footer={`Rappel envoyé par ${associationName} au titre de l’article 6.4 de ses statuts.`}
    >
      <DuesGreeting {...props} />
      <MailParagraph>{reminderOpening(props)}</MailParagraph>
      <DuesOwed {...props} />
      <MailArticle article="6.4">{then}</MailArticle>
      <MailParagraph>
        Si vous venez de payer, ne tenez pas compte de ce message : nos courriers se sont croisés.
      </MailParagraph>
      <DuesContact {...props} />
    </MailLayout>
  )
}

DuesReminder.PreviewProps = {
  ...duesCallExample,
  rank: 1,
  ranks: 3,
  previous: null,
  then: 'Sans règlement, un deuxième rappel vous sera adressé à partir du 30 avril 2027.',
} satisfies DuesReminderProps
