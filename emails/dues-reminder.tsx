import { duesCallExample } from './dues-call'
import { reminderWords, type DuesReminderProps } from './dues-reminder.subject'
import { DuesContact, DuesGreeting, DuesOwed } from './dues-parts'
import { MailArticle, MailLayout, MailParagraph } from './layout'

function opening({ rank, ranks, year, dueDate, previous }: DuesReminderProps): string {
  if (rank === 1)
    return `Sauf erreur de notre part, votre cotisation ${year}, due le ${dueDate}, n’est pas encore réglée. C’est peut-être un simple oubli : merci de la régler dès que vous le pouvez.`
  if (rank < ranks)
    return `Notre rappel du ${previous ?? dueDate} est resté sans règlement : votre cotisation ${year}, due le ${dueDate}, reste à payer. Merci de la régler maintenant, ou de nous dire ce qui vous en empêche.`
  return `Malgré nos rappels, dont celui du ${previous ?? dueDate}, votre cotisation ${year}, due le ${dueDate}, reste impayée. Ce rappel est le dernier : nous vous demandons de la régler sans attendre, ou de nous appeler.`
}

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
      <MailParagraph>{opening(props)}</MailParagraph>
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
