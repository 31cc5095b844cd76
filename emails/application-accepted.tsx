import { MailButton, MailFacts, MailHeading, MailLayout, MailList, MailParagraph } from './layout'
import type { ApplicationAcceptedProps } from './application-accepted.subject'

/** Welcomes a new member: since when, what is due, what next. */
export function ApplicationAccepted(props: ApplicationAcceptedProps) {
  const { associationName, name, forBody, on, category, memberNumber, dues, contact, url, admitting } = props
  const owed = dues.map(({ year, amount, dueOn }) => ({
    term: `Cotisation ${year}`,
    value: `${amount}, à régler au plus tard le ${dueOn}`,
  }))
  return (
    <MailLayout association={associationName} title="Votre adhésion est acceptée" preview={`Membre depuis le ${on}`}>
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {admitting.name} a agréé {forBody ? `l’adhésion de ${forBody}` : 'votre adhésion'} le {on}
        {admitting.unanimous ? ', à l’unanimité' : ''}. Bienvenue.
      </MailParagraph>
      <MailFacts
        facts={[
          { term: 'Qualité', value: category },
          { term: 'Numéro de membre', value: String(memberNumber) },
          { term: 'Depuis le', value: on },
          ...owed,
        ]}
      />
      <MailHeading>Et maintenant</MailHeading>
      <MailList
        items={[
          'Connectez-vous avec cette adresse : un lien s’y demande, sans mot de passe.',
          dues.length > 0
            ? 'Réglez la cotisation depuis votre espace, ou selon les moyens qui y sont indiqués.'
            : 'Aucune cotisation n’est demandée pour le moment.',
          'Les assemblées vous sont ouvertes : vous y votez, ou vous y donnez pouvoir.',
        ]}
      />
      <MailButton href={url}>Se connecter</MailButton>
      <MailParagraph>Pour toute question : {contact}.</MailParagraph>
    </MailLayout>
  )
}

ApplicationAccepted.PreviewProps = {
  associationName: 'CPTS des Lilas',
  admitting: { name: 'Le Bureau', unanimous: true },
  name: 'Anne Martin',
  forBody: null,
  on: '10 mai 2027',
  category: 'membre actif',
  memberNumber: 27,
  dues: [{ year: 2027, amount: '50,00 €', dueOn: '9 juin 2027' }],
  contact: 'contact@cpts-lilas.example',
  url: 'http://localhost:3000/connexion',
} satisfies ApplicationAcceptedProps
