import { MailButton, MailLayout, MailParagraph } from './layout'
import type { VotingRightChangedProps } from './voting-right-changed.subject'

/** Tells a member that his right to vote at a convened meeting came, or is lost, with the payment of his dues. */
export function VotingRightChanged(props: VotingRightChangedProps) {
  const { associationName, name, forBody, votes, why, meeting, when, url } = props
  const dues = forBody === null ? 'Votre cotisation' : `La cotisation de la structure « ${forBody} »`
  return (
    <MailLayout
      association={associationName}
      title={votes ? 'Vous avez le droit de vote' : 'Vous n’avez plus le droit de vote'}
      preview={`${meeting}, ${when}`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {votes
          ? `${dues} est réglée : vous votez à cette réunion. Ceci remplace ce que vous aviez lu à ce sujet.`
          : `${dues} n’est plus réglée, ou ne l’est plus à temps, pour cette réunion.`}
      </MailParagraph>
      {why === null ? null : <MailParagraph>{why}</MailParagraph>}
      <MailParagraph>
        Réunion : {meeting}, {when}.
      </MailParagraph>
      <MailParagraph>
        {votes
          ? 'Si un pouvoir que vous aviez donné a pris fin, il ne revient pas de lui-même : venez, ou donnez-le à nouveau si les statuts le permettent.'
          : 'Si vous aviez donné ou reçu un pouvoir pour elle, il a pris fin ; un message est préparé pour l’autre partie.'}
      </MailParagraph>
      <MailButton href={url}>Voir mes droits à cette réunion</MailButton>
    </MailLayout>
  )
}

VotingRightChanged.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  forBody: null,
  votes: false,
  why: 'Cotisation non réglée 30 jours avant la réunion : pas de vote.',
  meeting: 'AGO du 12 juin 2027',
  when: 'samedi 12 juin 2027 à 18 h 30',
  url: 'http://localhost:3000/assemblees/1/reponse',
} satisfies VotingRightChangedProps
