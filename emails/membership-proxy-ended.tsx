import { MailButton, MailLayout, MailParagraph } from './layout'
import type { MembershipProxyEndedProps } from './membership-proxy-ended.subject'

/** Tells the other party that a proxy ended, because one of the two is a member no more. */
export function MembershipProxyEnded({
  associationName,
  name,
  role,
  gone,
  meeting,
  when,
  url,
}: MembershipProxyEndedProps) {
  const giverReads = role === 'giver'
  return (
    <MailLayout
      association={associationName}
      title={giverReads ? 'Votre pouvoir a pris fin' : 'Un pouvoir a pris fin'}
      preview={`${meeting}, ${when}`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {gone} n’est plus membre de l’association.{' '}
        {giverReads
          ? 'Le pouvoir que vous lui aviez donné a donc pris fin'
          : 'Le pouvoir qui vous était donné a donc pris fin'}{' '}
        pour cette réunion : {meeting}, {when}.
      </MailParagraph>
      <MailParagraph>
        {giverReads
          ? 'Pour que votre voix compte, venez, ou donnez pouvoir à quelqu’un d’autre.'
          : 'Vous ne votez plus pour ce membre.'}
      </MailParagraph>
      <MailButton href={url}>{giverReads ? 'Changer ma réponse' : 'Voir la réunion'}</MailButton>
    </MailLayout>
  )
}

MembershipProxyEnded.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  role: 'giver',
  gone: 'Dr Paul Roux',
  meeting: 'AGO du 12 juin 2027',
  when: 'samedi 12 juin 2027 à 18 h 30',
  url: 'http://localhost:3000/assemblees/1/reponse',
} satisfies MembershipProxyEndedProps
