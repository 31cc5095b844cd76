import { MailArticle, MailButton, MailLayout, MailParagraph } from './layout'
import type { ProxyRefusedProps } from './proxy-refused.subject'

const NEXT: Record<ProxyRefusedProps['next'], string> = {
  'come-or-give': 'Vous pouvez venir, ou donner pouvoir à quelqu’un d’autre : votre papier n’a pas été compté.',
  'first-stands': 'Le pouvoir que vous aviez déjà donné reste valable. Pour en changer, reprenez-le d’abord.',
  'is-there': 'Votre présence est notée : vous votez vous-même.',
  'no-vote': 'Pour toute question sur votre droit de vote à cette réunion, répondez à ce courriel.',
}

/** Tells the giver that the paper that he signed does not count, by which article, and what he may do. */
export function ProxyRefused(props: ProxyRefusedProps) {
  const { associationName, name, holder, article, reason, next, meeting, when, url } = props
  return (
    <MailLayout association={associationName} title="Pouvoir non retenu" preview={`${meeting}, ${when}`}>
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        Le pouvoir écrit que vous donniez à {holder} nous est parvenu pour cette réunion : {meeting}, {when}. Les
        statuts ne permettent pas de le retenir.
      </MailParagraph>
      <MailArticle article={article}>{reason}</MailArticle>
      <MailParagraph>{NEXT[next]}</MailParagraph>
      <MailButton href={url}>{next === 'come-or-give' ? 'Changer ma réponse' : 'Voir ma réponse'}</MailButton>
    </MailLayout>
  )
}

ProxyRefused.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  holder: 'Dr Paul Roux',
  article: '6.1',
  reason: 'Un membre fondateur détient 2 pouvoirs au plus, et celui-ci en détient déjà 2.',
  next: 'come-or-give',
  meeting: 'AGO du 12 juin 2027',
  when: 'samedi 12 juin 2027 à 18 h 30',
  url: 'http://localhost:3000/assemblees/1/reponse',
} satisfies ProxyRefusedProps
