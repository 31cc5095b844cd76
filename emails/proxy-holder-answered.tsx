import { MailButton, MailLayout, MailParagraph } from './layout'
import type { ProxyHolderAnsweredProps } from './proxy-holder-answered.subject'

/** Tells the giver that the one who was to vote for him has said that he does not come, or that he comes after all. */
export function ProxyHolderAnswered(props: ProxyHolderAnsweredProps) {
  const { associationName, name, holder, coming, meeting, when, url } = props
  return (
    <MailLayout
      association={associationName}
      title={coming ? `${holder} vient à la réunion` : `${holder} a répondu « Je ne viens pas »`}
      preview={`${meeting}, ${when}`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        Vous avez donné votre pouvoir à {holder} pour cette réunion : {meeting}, {when}.
      </MailParagraph>
      <MailParagraph>
        {coming
          ? `${holder} a changé sa réponse et annonce sa venue. Vous n’avez rien à faire.`
          : `${holder} vient de répondre « Je ne viens pas ». Votre pouvoir n’est pas repris pour autant, mais votre voix risque de ne pas être portée. Vous pouvez le reprendre, puis venir ou le donner à quelqu’un d’autre.`}
      </MailParagraph>
      <MailButton href={url}>{coming ? 'Voir ma réponse' : 'Reprendre ou donner mon pouvoir'}</MailButton>
    </MailLayout>
  )
}

ProxyHolderAnswered.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  holder: 'Dr Paul Roux',
  coming: false,
  meeting: 'AGO du 12 juin 2027',
  when: 'samedi 12 juin 2027 à 18 h 30',
  url: 'http://localhost:3000/assemblees/1/reponse',
} satisfies ProxyHolderAnsweredProps
