import { MailButton, MailLayout, MailParagraph } from './layout'
import { NotedBy } from './noted-by'
import type { ProxyAnsweredProps } from './proxy-answered.subject'

/** Tells both what the holder answered, and what the giver may still do. */
export function ProxyAnswered({
  associationName,
  name,
  role,
  giver,
  holder,
  accepted,
  notedBy,
  meeting,
  when,
  url,
}: ProxyAnsweredProps) {
  const answer = accepted ? 'accepté' : 'refusé'
  const next = accepted
    ? 'Vous pouvez reprendre votre pouvoir tant qu’il n’a pas servi à voter ; si vous venez, il prend fin de lui-même.'
    : 'Vous pouvez venir, ou donner pouvoir à quelqu’un d’autre.'
  return (
    <MailLayout
      association={associationName}
      title={notedBy === undefined ? `Pouvoir ${answer}` : 'Pouvoir écrit enregistré'}
      preview={`${meeting}, ${when}`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      {notedBy === undefined ? null : (
        <>
          <MailParagraph>
            Un pouvoir écrit de {giver}, donné à {holder}, est enregistré pour cette réunion : {meeting}, {when}.
          </MailParagraph>
          <NotedBy by={notedBy} giverReads={role === 'giver'} />
        </>
      )}
      {role === 'giver' ? (
        <>
          {notedBy === undefined ? (
            <MailParagraph>
              {holder} a {answer} votre pouvoir pour cette réunion : {meeting}, {when}.
            </MailParagraph>
          ) : null}
          <MailParagraph>{next}</MailParagraph>
          <MailButton href={url}>{accepted ? 'Voir ma réponse' : 'Changer ma réponse'}</MailButton>
        </>
      ) : (
        <>
          <MailParagraph>
            {notedBy === undefined
              ? `Vous avez ${answer} le pouvoir de ${giver} pour cette réunion : ${meeting}, ${when}.`
              : 'Si vous venez, vous voterez pour ce membre en plus de voter pour vous-même.'}
          </MailParagraph>
          <MailButton href={url}>Voir la réunion</MailButton>
        </>
      )}
    </MailLayout>
  )
}

ProxyAnswered.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  role: 'giver',
  giver: 'Dr Anne Martin',
  holder: 'Dr Paul Roux',
  accepted: true,
  meeting: 'AGO du 12 juin 2027',
  when: 'samedi 12 juin 2027 à 18 h 30',
  url: 'http://localhost:3000/assemblees/1/reponse',
} satisfies ProxyAnsweredProps
