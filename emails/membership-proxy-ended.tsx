import { MailButton, MailLayout, MailParagraph } from './layout'
import type { MembershipProxyEndedProps } from './membership-proxy-ended.subject'

/** Tells each party that a proxy ended, because of what one of the two has become. */
export function MembershipProxyEnded({
  associationName,
  name,
  role,
  other,
  why,
  votes,
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
      <MailParagraph>{why}</MailParagraph>
      <MailParagraph>
        {giverReads ? `Votre pouvoir à ${other}` : `Le pouvoir de ${other} à votre nom`} a donc pris fin pour cette
        réunion : {meeting}, {when}.
      </MailParagraph>
      {giverReads && !votes ? null : (
        <MailParagraph>
          {giverReads
            ? 'Pour que votre voix compte, venez, ou donnez pouvoir à quelqu’un d’autre.'
            : 'Vous ne votez plus pour ce membre.'}
        </MailParagraph>
      )}
      {giverReads && !votes ? null : (
        <MailButton href={url}>{giverReads ? 'Changer ma réponse' : 'Voir la réunion'}</MailButton>
      )}
    </MailLayout>
  )
}

MembershipProxyEnded.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  role: 'giver',
  other: 'Dr Paul Roux',
  why: 'Dr Paul Roux n’est plus membre de l’association.',
  votes: true,
  meeting: 'AGO du 12 juin 2027',
  when: 'samedi 12 juin 2027 à 18 h 30',
  url: 'http://localhost:3000/assemblees/1/reponse',
} satisfies MembershipProxyEndedProps
