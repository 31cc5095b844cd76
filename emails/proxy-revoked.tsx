import { MailButton, MailLayout, MailParagraph } from './layout'
import { NotedBy } from './noted-by'
import type { ProxyRevokedProps } from './proxy-revoked.subject'

/** Tells both that the giver took his proxy back. */
export function ProxyRevoked(props: ProxyRevokedProps) {
  const { associationName, name, role, giver, holder, notedBy, meeting, when, url } = props
  const giverReads = role === 'giver'
  const said = giverReads
    ? notedBy === undefined
      ? `Vous avez repris le pouvoir donné à ${holder}`
      : `Le pouvoir que vous aviez donné à ${holder} est repris`
    : `${giver} a repris le pouvoir qui vous était donné`
  return (
    <MailLayout association={associationName} title="Pouvoir repris" preview={`${meeting}, ${when}`}>
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {said} pour cette réunion : {meeting}, {when}.
      </MailParagraph>
      {notedBy === undefined ? null : <NotedBy by={notedBy} giverReads={giverReads} />}
      <MailParagraph>
        {giverReads
          ? 'Vous pouvez venir, ou donner pouvoir à quelqu’un d’autre.'
          : 'Vous ne votez plus pour ce membre.'}
      </MailParagraph>
      <MailButton href={url}>{giverReads ? 'Changer ma réponse' : 'Voir la réunion'}</MailButton>
    </MailLayout>
  )
}

ProxyRevoked.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Paul Roux',
  role: 'holder',
  giver: 'Dr Anne Martin',
  holder: 'Dr Paul Roux',
  meeting: 'AGO du 12 juin 2027',
  when: 'samedi 12 juin 2027 à 18 h 30',
  url: 'http://localhost:3000/assemblees/1/reponse',
} satisfies ProxyRevokedProps
