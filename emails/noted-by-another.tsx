import { MailButton, MailFacts, MailLayout, MailParagraph } from './layout'
import type { NotedByAnotherProps } from './noted-by-another.subject'

const TITLES = { arrival: 'Une présence a été notée', departure: 'Un départ a été noté', vote: 'Un vote a été noté' }

/** Tells a member what somebody else noted of him in the session, by whom, when, and what to do when it is not so. */
export function NotedByAnother(props: NotedByAnotherProps) {
  const { associationName, contact, name, member, act, noted, by, at, meeting, when, url } = props
  return (
    <MailLayout association={associationName} title={TITLES[act]} preview={`${meeting} : ${noted}`}>
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        Pendant cette réunion ({meeting}, {when}), quelqu’un d’autre que vous a noté ce qui suit :
      </MailParagraph>
      <MailFacts
        facts={[
          { term: 'Pour', value: member },
          { term: 'Noté', value: noted },
          { term: 'Par', value: by },
          { term: 'Le', value: at },
        ]}
      />
      <MailParagraph>
        Si c’est exact, vous n’avez rien à faire. Sinon, dites-le dès maintenant à la présidence de séance, ou écrivez à{' '}
        {contact} : l’erreur peut être inscrite aux incidents de séance, que le procès-verbal reproduit.
      </MailParagraph>
      <MailParagraph>Le procès-verbal indique par qui cela a été noté.</MailParagraph>
      <MailButton href={url}>Voir la réunion</MailButton>
    </MailLayout>
  )
}

NotedByAnother.PreviewProps = {
  associationName: 'CPTS des Lilas',
  contact: 'contact@cpts-lilas.fr',
  name: 'Dr Paul Roux',
  member: 'Dr Paul Roux',
  act: 'vote',
  noted: 'Vote « Contre » à la résolution 2, « Budget 2028 »',
  by: 'Dr Anne Martin',
  at: '12 juin 2027 à 19 h 12',
  meeting: 'AGO du 12 juin 2027',
  when: 'samedi 12 juin 2027 à 18 h 30',
  url: 'http://localhost:3000/assemblees/1',
} satisfies NotedByAnotherProps
