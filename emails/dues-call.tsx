import type { DuesCallProps } from './dues-call.subject'
import { DuesContact, DuesGreeting, DuesOwed } from './dues-parts'
import { MailArticle, MailLayout, MailParagraph } from './layout'

/** Calls the dues of a year: the sum, the date, how to pay. */
export function DuesCall(props: DuesCallProps) {
  const { associationName, year, owed, dueDate, source } = props
  return (
    <MailLayout
      association={associationName}
      title={`Votre cotisation ${year}`}
      preview={`${owed} à régler au plus tard le ${dueDate}.`}
      footer={`Appel de cotisation envoyé par ${associationName} à chacun de ses membres.`}
    >
      <DuesGreeting {...props} />
      <MailParagraph>
        Votre cotisation pour l’année {year} est appelée. Merci de la régler au plus tard le {dueDate}.
      </MailParagraph>
      <DuesOwed {...props} />
      <MailArticle article="13.2">Montant fixé par décision de l’association : {source}.</MailArticle>
      <DuesContact {...props} />
    </MailLayout>
  )
}

export const duesCallExample = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  forBody: null,
  year: 2027,
  reference: 'C2027-00042',
  amount: '50,00 €',
  received: null,
  owed: '50,00 €',
  dueDate: '31 mars 2027',
  source: 'AGO du 12 juin 2026, résolution 3',
  contact: {
    name: 'Mme Louise Petit',
    title: 'Trésorerie',
    email: 'contact@cpts-lilas.example',
    phone: '01 43 00 00 00',
  },
  url: 'http://localhost:3000/mes-cotisations',
} satisfies DuesCallProps

DuesCall.PreviewProps = duesCallExample
